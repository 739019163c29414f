import type { Client } from '../../../client/client.ts';
import { getAccount, getBalance } from '../../../contract/operations/account.ts';
import { listGifts } from '../../../contract/operations/gifts.ts';
import { listTariffs } from '../../../contract/operations/tariffs.ts';
import { listMelodies } from '../../../contract/operations/tones.ts';
import { fromWire, type WireMoney } from '../../../shared/money.ts';
import { addMonths, type CalendarDay, localDate } from '../../../shared/period.ts';
import { collect } from '../../pages.ts';

/** The calendar month before now, by the cabinet's clock and the line's calendar: its first and last day. */
export async function lastMonth(client: Client): Promise<{ first: string; last: string }> {
  const { region } = await client.call(getAccount, {});
  const { as_of } = await client.call(getBalance, {});
  const today = localDate(new Date(as_of), region.time_zone);
  const first = addMonths({ ...today, day: 1 }, -1);
  return { first: written(first), last: written({ ...addMonths({ ...first, day: 31 }, 0) }) };
}

function written({ year, month, day }: CalendarDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The cheapest tariff that costs something to switch to: a preview of nothing shows nothing. */
export async function cheapestTariff(client: Client): Promise<string | undefined> {
  const { items } = await client.call(listTariffs, {});
  const total = (tariff: (typeof items)[number]) => fromWire(tariff.switch_price) + fromWire(tariff.fee);
  return cheapest(
    items.filter((tariff) => total(tariff) > 0n),
    total,
  )?.id;
}

/** The cheapest melody that is not on offer to this number already, so that the demo can run again. */
export async function cheapestMelody(client: Client, to: string): Promise<string | undefined> {
  const gifts = await collect((query) => client.call(listGifts, { query }));
  const offered = new Set(
    gifts.flatMap((gift) => (gift.to === to && gift.state === 'pending' ? [gift.melody.id] : [])),
  );
  const melodies = await collect((query) => client.call(listMelodies, { query }));
  const free = melodies.filter((melody) => !offered.has(melody.id));
  return cheapest(free, (melody: { price: WireMoney }) => fromWire(melody.price))?.id;
}

function cheapest<T>(items: readonly T[], price: (item: T) => bigint): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || price(item) < price(best) ? item : best),
    undefined,
  );
}
