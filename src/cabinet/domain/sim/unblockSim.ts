import type { Settings } from '../../settings.ts';
import { readCodewordHash } from '../../storage/account/reader.ts';
import { shiftFees } from '../../storage/billing/shift.ts';
import { readLine } from '../../storage/lines/reader.ts';
import { updateLine } from '../../storage/lines/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { moneyCameIn } from '../billing/moneyCameIn.ts';
import { lineState } from '../lines/rules.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { verifySecret } from '../secrets/argon2.ts';
import { normaliseCodeword, type Sim, simOf, unblockedLine } from './rules.ts';

/**
 * Unblocks the SIM with the codeword (R9). Refused, in this order, as `line_disconnected`, `sim_not_blocked`,
 * `codeword_exhausted`, `codeword_wrong`; the wrong attempt is counted in the transaction that keeps the refusal, so a
 * repeated request does not use up another. A dry run does not examine the codeword: that would be a free guess.
 * What is paid for lasts as much longer as the block did, and what had waited for money is tried.
 */
export async function unblockSim(
  tx: Writer,
  unblock: { accountId: bigint; codeword: string; dryRun: boolean; now: Date; settings: Settings },
): Promise<Outcome<Sim>> {
  const { accountId, codeword, dryRun, now, settings } = unblock;
  const line = await readLine(tx, accountId);
  const state = lineState(line, now);
  if (state === 'disconnected') return refuse({ kind: 'line_disconnected' });
  if (state === 'active') return refuse({ kind: 'sim_not_blocked' });
  if (line.codeword_failures >= settings.simUnblockTries) return refuse({ kind: 'codeword_exhausted' });
  // The attempt is judged under the account's lock: attempts sent at once are still counted one by one.
  if (!dryRun && !(await verifySecret(normaliseCodeword(codeword), await readCodewordHash(tx, accountId)))) {
    const failures = line.codeword_failures + 1;
    await updateLine(tx, accountId, { codeword_failures: failures });
    return refuse({ kind: 'codeword_wrong', attemptsLeft: settings.simUnblockTries - failures });
  }
  await updateLine(tx, accountId, unblockedLine);
  if (line.blocked_at) await shiftFees(tx, { accountId, blockedAt: line.blocked_at, at: now });
  await moneyCameIn(tx, { accountId, at: now, topUp: false, settings });
  return done(simOf(unblockedLine, now, settings));
}
