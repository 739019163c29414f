import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { readGifts } from './received.ts';
import type { toneGifts } from './spec.ts';

export const run: Run<typeof toneGifts> = async (context) => {
  const { locale } = context;
  const gifts = await readGifts(context);
  const pending = gifts.some((gift) => gift.side === 'received' && gift.state === 'pending');
  return {
    json: { schema: 'tone-gifts/1', items: gifts },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'field.gift' },
          { label: 'field.side' },
          { label: 'field.title' },
          { label: 'field.counterpart' },
          { label: 'field.price', align: 'right' },
          { label: 'field.state' },
          { label: 'field.expires' },
        ],
        rows: gifts.map((gift) => [
          cell.id(gift.id),
          cell.word(gift.side, `tone.side-${gift.side}`),
          cell.name(gift.melody.id, gift.melody.title[locale]),
          cell.msisdn(gift.side === 'given' ? gift.to : gift.from),
          cell.money(gift.price),
          cell.giftState(gift.state),
          cell.instant(gift.expires_at),
        ]),
        empty: 'tone.no-gifts',
      },
    ],
    notes: pending ? [{ key: 'tone.next-accept' }] : [],
  };
};
