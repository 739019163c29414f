import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { readLine } from '../../storage/lines/reader.ts';
import { updateLine } from '../../storage/lines/writer.ts';
import { removePasswordBySms } from '../../storage/recovery/oneTimePasswords.ts';
import type { Writer } from '../../storage/schema.ts';
import { lineState } from '../lines/rules.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { type Sim, simOf } from './rules.ts';

/**
 * Blocks the SIM at once, free and without a codeword, with five fresh attempts to unblock it (R9). Refused, in this
 * order, as `line_disconnected`, `sim_already_blocked`.
 */
export async function blockSim(
  tx: Writer,
  block: { accountId: bigint; reason: 'lost' | 'stolen' | 'temporary'; now: Date; settings: Settings },
): Promise<Outcome<Sim>> {
  const { accountId, reason, now, settings } = block;
  const line = await readLine(tx, accountId);
  const state = lineState(line, now);
  if (state === 'disconnected') return refuse({ kind: 'line_disconnected' });
  if (line.blocked_until !== null) {
    return refuse({ kind: 'sim_already_blocked', blockedUntil: line.blocked_until });
  }
  const blocked = {
    state: 'blocked',
    block_reason: reason,
    blocked_at: now,
    blocked_until: plus(now, settings.simBlockMs),
    codeword_failures: 0,
  } as const;
  await updateLine(tx, accountId, blocked);
  // Whoever found the phone may have asked 1070 for a way in (R4).
  await removePasswordBySms(tx, accountId);
  return done(simOf(blocked, now, settings));
}
