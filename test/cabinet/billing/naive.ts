import { post } from '../../../src/cabinet/domain/ledger/post.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { plus } from '../../../src/shared/period.ts';
import { seededRandom } from '../../support/random.ts';
import type { Billing } from './life.ts';

const random = seededRandom('naive');

/**
 * Tariff fees as they are often taken: one query finds who has to pay and has the money, another takes it. Two nodes do it
 * at once.
 */
async function chargeTariffs(store: Store, until: Date): Promise<void> {
  const payers = await store.read((db) =>
    db
      .selectFrom('lines')
      .innerJoin('tariffs', 'tariffs.tariff_id', 'lines.tariff_id')
      .innerJoin('balances', 'balances.account_id', 'lines.account_id')
      .select(['lines.account_id', 'lines.next_fee_at', 'tariffs.fee', 'tariffs.name_ru'])
      .where('balances.book', '=', 'wallet')
      .where('lines.state', '=', 'active')
      .where('tariffs.fee', '>', 0n)
      .whereRef('balances.amount', '>=', 'tariffs.fee')
      .where('lines.next_fee_at', '<=', until)
      .execute(),
  );
  for (const { account_id: accountId, next_fee_at: at, fee, name_ru } of payers) {
    if (!at) continue;
    const postings = [
      { book: 'wallet', amount: -fee },
      { book: 'revenue.tariff', amount: fee },
    ] as const;
    const detail = { type: 'service', service: name_ru } as const;
    await store.transact(async (tx) => {
      await post(tx, { accountId, kind: 'tariff_fee', details: {}, detail, postings, at, random });
      const next = { next_fee_at: plus(at, settings.tariffPeriodMs) };
      await tx.updateTable('lines').set(next).where('account_id', '=', accountId).execute();
    });
  }
}

const twoNodes = (store: Store, until: Date) =>
  Promise.all([chargeTariffs(store, until), chargeTariffs(store, until)]);

export const naiveBilling: Billing = { afterWait: twoNodes, atTheEnd: twoNodes };
