import { MINUTE_MS, plus } from '../../../shared/period.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Reader, Writer } from '../../storage/schema.ts';
import type { StatusMessagesTable } from '../../storage/schema-tones.ts';
import { readToneServiceState } from '../../storage/tones/reader.ts';
import {
  deleteLineStatus,
  findStatusMessage,
  type LineStatusRow,
  putLineStatus,
  readLineStatus,
  readStatusMessages,
} from '../../storage/tones/statuses.ts';
import { refuseUnlessActive } from '../lines/rules.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/** The status messages that callers can hear instead of a melody, and the one that is set. */
export async function listStatusMessages(
  db: Reader,
  { accountId, now }: { accountId: bigint; now: Date },
): Promise<{ items: StatusMessagesTable[]; current: LineStatusRow | undefined }> {
  const items = await readStatusMessages(db);
  return { items, current: await readLineStatus(db, accountId, now) };
}

/**
 * Sets a status message, which costs nothing, for `minutes` or until it is cleared (null). Refused, in this order, for a
 * line that is not active, as `status_message_not_found`, `tone_service_required`.
 */
export async function setStatusMessage(
  tx: Writer,
  request: { accountId: bigint; statusId: string; minutes: number | null; now: Date },
): Promise<Outcome<{ current: LineStatusRow; toneService: 'active' | 'paused' }>> {
  const { accountId, minutes, now } = request;
  const notActive = refuseUnlessActive(await readLine(tx, accountId), now);
  if (notActive) return notActive;
  const message = await findStatusMessage(tx, request.statusId);
  if (!message) return refuse({ kind: 'status_message_not_found' });
  const toneService = await readToneServiceState(tx, accountId);
  if (toneService === 'off') return refuse({ kind: 'tone_service_required' });
  const row = {
    account_id: accountId,
    status_id: message.status_id,
    set_at: now,
    valid_until: minutes === null ? null : plus(now, minutes * MINUTE_MS),
  };
  await putLineStatus(tx, row);
  return done({ current: { ...message, ...row }, toneService });
}

/** Clears the status message; answers what it was, undefined when there was none. */
export async function clearStatusMessage(
  tx: Writer,
  { accountId, now }: { accountId: bigint; now: Date },
): Promise<LineStatusRow | undefined> {
  const cleared = await readLineStatus(tx, accountId, now);
  await deleteLineStatus(tx, accountId);
  return cleared;
}
