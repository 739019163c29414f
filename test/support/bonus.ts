import { bonusExpiry } from '../../src/cabinet/domain/bonus/rules.ts';
import { post } from '../../src/cabinet/domain/ledger/post.ts';
import { defaultSettings } from '../../src/cabinet/settings.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import type { Kopecks } from '../../src/shared/money.ts';
import { DAY_MS, plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';
import { seededRandom } from './random.ts';

const random = seededRandom('bonus');

/** Posts a lot of bonuses so many days before `START`, as billing does: a movement of the ledger and its lot. */
export async function addLot(
  store: Store,
  accountId: bigint,
  lot: { amount: Kopecks; daysAgo: number },
): Promise<void> {
  const at = plus(new Date(START), -lot.daysAgo * DAY_MS);
  const postings = [
    { book: 'bonus', amount: lot.amount },
    { book: 'bonus.issued', amount: -lot.amount },
  ] as const;
  await store.transact(async (tx) => {
    const { transactionId } = await post(tx, {
      accountId,
      kind: 'bonus_posting',
      details: {},
      detail: null,
      postings,
      at,
      random,
    });
    await tx
      .insertInto('bonus_lots')
      .values({
        account_id: accountId,
        lot_id: transactionId,
        initial: lot.amount,
        remaining: lot.amount,
        granted_at: at,
        expires_at: bonusExpiry(at, 'Asia/Yekaterinburg', defaultSettings),
      })
      .execute();
  });
}
