import type { Writer } from '../../storage/schema.ts';
import { findToneService, type LineMelodyRow, readLineMelodies } from '../../storage/tones/reader.ts';
import { deleteLineStatus } from '../../storage/tones/statuses.ts';
import { putToneService, stopRenewals } from '../../storage/tones/writer.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { melodyState } from './settingRules.ts';

/**
 * Switches the tone service off (R10): nothing is charged any more, and the status message goes. Melodies that are paid
 * and settings stay for the day when a tone is set again. The caller's transaction holds the lock of the account.
 * Answers the melodies that are paid still. Refused as `tone_service_off`.
 */
export async function disableTones(
  tx: Writer,
  { accountId, now }: { accountId: bigint; now: Date },
): Promise<Outcome<LineMelodyRow[]>> {
  const service = await findToneService(tx, accountId);
  if (!service || service.state === 'off') return refuse({ kind: 'tone_service_off' });
  const off = {
    state: 'off',
    next_fee_at: null,
    paused_since: null,
    day_until: service.next_fee_at,
  } as const;
  await putToneService(tx, { ...service, ...off });
  await stopRenewals(tx, accountId);
  await deleteLineStatus(tx, accountId);
  const melodies = await readLineMelodies(tx, accountId);
  return done(melodies.filter((melody) => melodyState(melody, now) === 'active'));
}
