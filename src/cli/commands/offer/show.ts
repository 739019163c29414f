import { getOffer } from '../../../contract/operations/offers.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { chooseOffer, packageRows } from './offers.ts';
import type { offerShow } from './spec.ts';

export const run: Run<typeof offerShow> = async (context, { operands }) => {
  const id = await chooseOffer(context, operands.offer, { question: 'offer.which' });
  const client = await context.client();
  const offer = await client.call(getOffer, { params: { offer: id } });
  return {
    json: { schema: 'offer-show/1', ...offer },
    blocks: [
      {
        kind: 'fields',
        rows: [
          ...packageRows(offer, context),
          { key: 'text', label: 'offer.text', value: cell.name(offer.text.ru, offer.text[context.locale]) },
          { key: 'state', label: 'offer.state', value: cell.offerState(offer.state) },
          { key: 'valid_until', label: 'offer.valid-until', value: cell.instant(offer.valid_until) },
          { key: 'accepted_at', label: 'offer.accepted-at', value: cell.instant(offer.accepted_at) },
        ],
      },
    ],
    notes: offer.state === 'open' ? [{ key: 'offer.next-accept-this', params: { id: offer.id } }] : [],
  };
};
