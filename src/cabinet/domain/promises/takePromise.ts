import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { formatAmount } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import { findOpenPromise, type PromiseRow } from '../../storage/promises/reader.ts';
import { insertPromise } from '../../storage/promises/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { moneyCameIn } from '../billing/moneyCameIn.ts';
import { uuidv7 } from '../identifiers.ts';
import { post } from '../ledger/post.ts';
import { done, type Outcome } from '../outcome.ts';
import { movementNames } from '../usage/movements.ts';
import { promiseNotBefore, promisePostings, refusePromise } from './rules.ts';

export interface TakenPromise {
  promise: PromiseRow;
  balanceBefore: Kopecks;
  /** What had waited for money and was taken at once (R8, R10). */
  feesTaken: Kopecks;
  balanceAfter: Kopecks;
}

/**
 * Lends money for some days (R12): it is in the wallet at once, and what was paused for want of money is tried. The money
 * and its price are taken back by billing. The caller's transaction holds the lock of the account. Refused as
 * `refusePromise` says.
 */
export async function takePromise(
  tx: Writer,
  request: { accountId: bigint; amount: Kopecks; now: Date; random: Random; settings: Settings },
): Promise<Outcome<TakenPromise>> {
  const { accountId, now, random, settings } = request;
  const line = await readLine(tx, accountId);
  const { contract_date, time_zone } = await readAccount(tx, accountId);
  const option = settings.promises.find(({ amount }) => amount === request.amount);
  const notBefore = promiseNotBefore(contract_date, now, time_zone, settings);
  const open = await findOpenPromise(tx, accountId);
  const refusal = refusePromise({ line, option, notBefore, open }, now);
  if (refusal) return refusal;
  assert(option, 'an amount that is not lent is refused');
  const before = await readBalances(tx, accountId);
  const promise = {
    account_id: accountId,
    promise_id: uuidv7(now, random),
    ...option,
    taken_at: now,
    due_at: plus(now, settings.promiseMs),
    settled_at: null,
  };
  await insertPromise(tx, promise);
  await post(tx, {
    accountId,
    kind: 'promise_taken',
    details: { promise: promise.promise_id, fee: formatAmount(option.fee) },
    detail: { type: 'payment', service: movementNames.promiseTaken() },
    postings: promisePostings(option.amount),
    at: now,
    random,
  });
  await moneyCameIn(tx, { accountId, at: now, topUp: false, settings });
  const after = await readBalances(tx, accountId);
  return done({
    promise,
    balanceBefore: before.wallet,
    feesTaken: before.wallet + option.amount - after.wallet,
    balanceAfter: after.wallet,
  });
}
