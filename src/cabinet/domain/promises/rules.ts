import type { Kopecks } from '../../../shared/money.ts';
import type { PromiseOption, Settings } from '../../settings.ts';
import type { PromiseRow } from '../../storage/promises/reader.ts';
import { tenureReached } from '../account/tenure.ts';
import type { Posting } from '../ledger/rules.ts';
import { type Line, refuseUnlessActive } from '../lines/rules.ts';
import { type Refused, refuse } from '../outcome.ts';

/** R12: the day from which a promised payment is given; null when it is not in the future. */
export function promiseNotBefore(
  contractDate: string,
  now: Date,
  timeZone: string,
  settings: Settings,
): Date | null {
  const notBefore = tenureReached(contractDate, settings.promiseTenureMonths, timeZone);
  return notBefore > now ? notBefore : null;
}

/**
 * Why a promised payment is not given (R12), in a fixed order: the line, the amount, the tenure, the one that is open. The
 * balance does not matter: it is for those who have nothing. Null when it is given.
 */
export function refusePromise(
  facts: {
    line: Line;
    option: PromiseOption | undefined;
    notBefore: Date | null;
    open: Pick<PromiseRow, 'due_at'> | undefined;
  },
  now: Date,
): Refused | null {
  const { line, option, notBefore, open } = facts;
  const notActive = refuseUnlessActive(line, now);
  if (notActive) return notActive;
  if (!option) return refuse({ kind: 'promise_amount_unknown' });
  if (notBefore) return refuse({ kind: 'promise_tenure_too_short', notBefore });
  if (open) return refuse({ kind: 'promise_already_open', dueAt: open.due_at });
  return null;
}

/** R12: money that is lent; the repayment turns it round. */
export function promisePostings(amount: Kopecks): Posting[] {
  return [
    { book: 'wallet', amount },
    { book: 'credit.promised', amount: -amount },
  ];
}
