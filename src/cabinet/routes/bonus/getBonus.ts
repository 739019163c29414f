import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { getBonus } from '../../domain/bonus/getBonus.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { instantOrNull } from '../wire.ts';

export const getBonusRoute = read(operations.getBonus, async (db, { subject, now, settings }) => {
  const { accountId, timeZone } = subject;
  const { balance, percent, nextPostingAt, lots } = await getBonus(db, { accountId, now, settings });
  return done({
    balance: toWire(balance),
    rate_percent: percent,
    next_posting_at: instantOrNull(nextPostingAt, timeZone),
    lots: lots.map((lot) => ({
      initial: toWire(lot.initial),
      remaining: toWire(lot.remaining),
      granted_at: formatInstant(lot.granted_at, timeZone),
      expires_at: formatInstant(lot.expires_at, timeZone),
    })),
  });
});
