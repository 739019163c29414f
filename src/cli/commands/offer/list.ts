import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import type { Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { type Offer, readOffers } from './offers.ts';
import type { offerList } from './spec.ts';

export const run: Run<typeof offerList> = async (context) => {
  const offers = await readOffers(context);
  const open = offers.some((offer) => offer.state === 'open');
  return {
    json: { schema: 'offer-list/1', items: offers },
    blocks: [context.mode === 'terminal' ? shortTable(offers, context) : table(offers)],
    notes: open ? [{ key: 'offer.next-accept' }] : [],
  };
};

/** What fits a terminal of 80 columns; a pipe and `--json` have everything. */
function shortTable(offers: readonly Offer[], { locale }: Context): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'field.id' },
      { label: 'offer.name' },
      { label: 'offer.days', align: 'right' },
      { label: 'field.price', align: 'right' },
      { label: 'offer.state' },
      { label: 'field.valid-until' },
    ],
    rows: offers.map((offer) => [
      cell.text(offer.id),
      cell.name(offer.id, offer.name[locale]),
      cell.number(offer.days),
      cell.money(offer.price),
      cell.offerState(offer.state),
      cell.day(offer.valid_until),
    ]),
    empty: 'offer.none',
  };
}

function table(offers: readonly Offer[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'field.id' },
      { label: 'offer.name' },
      { label: 'field.package' },
      { label: 'offer.volume' },
      { label: 'offer.days' },
      { label: 'field.price' },
      { label: 'offer.state' },
      { label: 'offer.valid-until' },
      { label: 'offer.accepted-at' },
    ],
    rows: offers.map((offer) => [
      cell.text(offer.id),
      cell.text(offer.name.ru),
      cell.text(offer.usage_type),
      cell.volume(offer.volume, offer.unit),
      cell.number(offer.days),
      cell.money(offer.price),
      cell.offerState(offer.state),
      cell.instant(offer.valid_until),
      cell.instant(offer.accepted_at),
    ]),
    empty: 'offer.none',
  };
}
