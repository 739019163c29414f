import { beforeAll } from 'vitest';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { DAY_MS, plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';
import { type People, type Person, usePeople } from './people.ts';

/** People of a cabinet with offers; who joins by `join` has an open one and one that is over. */
export function useOffers(): { people: () => People; join(): Promise<Person> } {
  const people = usePeople();
  beforeAll(() => addOffers(people().store));
  return {
    people,
    async join() {
      const person = await people().join();
      await makeOffers(people().store, person.accountId, { week: 20, greetings: -1 });
      return person;
    },
  };
}

/** Three offers: `week` (10 GB for 7 days, 99 ₽), `thanks` (200 minutes for 30 days, free), `greetings` (100 SMS, 15 ₽). */
export async function addOffers(store: Store): Promise<void> {
  const rows = [
    offer('week', ['10 ГБ на неделю', '10 GB for a week'], 'data', 10n << 30n, 7, 99_00n),
    offer('thanks', ['200 минут в подарок', '200 minutes as a gift'], 'voice', 12_000n, 30, 0n),
    offer('greetings', ['100 SMS к праздникам', '100 SMS for the holidays'], 'sms', 100n, 14, 15_00n),
  ];
  await store.transact((tx) =>
    tx
      .insertInto('offers')
      .values(rows.map((row, index) => ({ ...row, position: index + 1 })))
      .execute(),
  );
}

function offer(
  offer_id: string,
  [name_ru, name_en]: [string, string],
  usage_type: 'voice' | 'sms' | 'data',
  volume: bigint,
  days: number,
  price: bigint,
) {
  const texts = { name_ru, name_en, text_ru: `Для вас: ${name_ru}`, text_en: `For you: ${name_en}` };
  return { offer_id, ...texts, usage_type, volume, days, price };
}

/** Makes offers to a line: each valid from ten days before the start until so many days after it. */
export async function makeOffers(
  store: Store,
  accountId: bigint,
  validDays: Record<string, number>,
  from: Date = plus(new Date(START), -10 * DAY_MS),
): Promise<void> {
  const rows = Object.entries(validDays).map(([offer_id, days]) => ({
    account_id: accountId,
    offer_id,
    state: 'open' as const,
    valid_from: from,
    valid_until: plus(new Date(START), days * DAY_MS),
    accepted_at: null,
  }));
  await store.transact((tx) => tx.insertInto('line_offers').values(rows).execute());
}
