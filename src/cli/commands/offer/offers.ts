import type { Static } from 'typebox';
import { listOffers, type Offer as OfferSchema } from '../../../contract/operations/offers.ts';
import type { MessageKey } from '../../../messages/index.ts';
import { fromWire } from '../../../shared/money.ts';
import { chooseOne } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import { formatMoney } from '../../render/format.ts';
import type { Fields } from '../../render/result.ts';

export type Offer = Static<typeof OfferSchema>;

/** The offers of the line, open ones first. */
export async function readOffers(context: Context): Promise<readonly Offer[]> {
  const client = await context.client();
  return (await client.call(listOffers, {})).items;
}

/** The id of the offer that a typed word means; a terminal without a word is offered those that `isChoice` lets through. */
export function chooseOffer(
  context: Context,
  word: string | undefined,
  { question, isChoice = () => true }: { question: MessageKey; isChoice?(offer: Offer): boolean },
): Promise<string> {
  return chooseOne(context, {
    word,
    operand: 'OFFER',
    question,
    list: async () => {
      const offers = await readOffers(context);
      return offers
        .filter((offer) => Boolean(word) || isChoice(offer))
        .map(({ id, name, price }) => ({
          id,
          names: [name.ru, name.en],
          line: `${name[context.locale]} · ${formatMoney(fromWire(price), context.locale)}`,
        }));
    },
  });
}

/** What is offered: the package, for how long, and the price. */
export function packageRows(offer: Offer, { locale }: Context): Fields['rows'] {
  return [
    { key: 'offer', label: 'offer.name', value: cell.name(offer.id, offer.name[locale]) },
    {
      key: 'usage_type',
      label: 'field.package',
      value: cell.word(offer.usage_type, `usage-type.${offer.usage_type}`),
    },
    { key: 'volume', label: 'offer.volume', value: cell.volume(offer.volume, offer.unit) },
    { key: 'days', label: 'offer.days', value: cell.number(offer.days) },
    { key: 'price', label: 'field.price', value: cell.money(offer.price) },
  ];
}
