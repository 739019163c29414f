import { post } from '../../src/cabinet/domain/ledger/post.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import type { Kopecks } from '../../src/shared/money.ts';
import { START } from './clock.ts';
import { seededRandom } from './random.ts';

const random = seededRandom('money');

/** Puts kopecks into a subscriber's wallet. */
export async function topUp(store: Store, accountId: bigint, amount: Kopecks): Promise<void> {
  const postings = [
    { book: 'wallet', amount },
    { book: 'cash.card', amount: -amount },
  ] as const;
  const at = new Date(START);
  await store.transact((tx) =>
    post(tx, { accountId, kind: 'topup', details: {}, detail: null, postings, at, random }),
  );
}

/** A tariff, `free`, that costs nothing to switch to and has no packages. */
export async function addFreeTariff(store: Store): Promise<void> {
  const texts = { name_ru: 'Даром', name_en: 'Free', summary_ru: 'Без платы', summary_en: 'No fee' };
  const packages = { minutes: 0, sms: 0, data_megabytes: 0 };
  const rates = { rate_voice: 2_00n, rate_sms: 3_00n, rate_data: 1_50n };
  const tariff = { tariff_id: 'free', fee: 0n, switch_price: 0n, open: true, position: 9 };
  await store.transact((tx) =>
    tx
      .insertInto('tariffs')
      .values({ ...tariff, ...texts, ...packages, ...rates })
      .execute(),
  );
}
