import { DAY_MS, plus } from '../../../shared/period.ts';
import type { Writer } from '../../storage/schema.ts';
import { findToneService, type ToneServiceRow } from '../../storage/tones/reader.ts';
import { readToneSettings } from '../../storage/tones/settings.ts';
import { putToneService, stopRenewals } from '../../storage/tones/writer.ts';

export interface Connection {
  service: ToneServiceRow & { state: 'active' | 'paused' };
  /** Whether it was off, or never there. */
  connected: boolean;
}

/**
 * Connects the tone service when it is off. The daily fee begins with the second day (R10) of the first connection; one
 * that comes back is charged when the day is over in which it was switched off: for now, when it is already. A service that is paused for
 * want of money stays so: only a top-up pays the daily fee.
 */
export async function connectToneService(tx: Writer, accountId: bigint, now: Date): Promise<Connection> {
  const known = await findToneService(tx, accountId);
  if (known && known.state !== 'off') return { service: { ...known, state: known.state }, connected: false };
  const service = {
    account_id: accountId,
    state: 'active' as const,
    connected_at: now,
    next_fee_at: known ? later(known.day_until, now) : plus(now, DAY_MS),
    paused_since: null,
    day_until: null,
  };
  await putToneService(tx, service);
  return { service, connected: true };
}

function later(moment: Date | null, now: Date): Date {
  return moment && moment > now ? moment : now;
}

/** R10: a melody that no setting plays any more is not paid for again. */
export async function stopRenewingUnplayed(tx: Writer, accountId: bigint, melodyId: string): Promise<void> {
  const settings = await readToneSettings(tx, accountId);
  const plays = settings.some(({ melody_id }) => melody_id === melodyId);
  if (!plays) await stopRenewals(tx, accountId, melodyId);
}
