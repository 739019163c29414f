import { assert } from '../../../shared/assert.ts';
import type { Writer } from '../../storage/schema.ts';
import type { LineMelodiesTable } from '../../storage/schema-tones.ts';
import { findLineMelody } from '../../storage/tones/reader.ts';
import { deleteToneSetting, readToneSettings, type ToneSettingRow } from '../../storage/tones/settings.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { stopRenewingUnplayed } from './connect.ts';

export interface RemovedTone {
  setting: ToneSettingRow;
  melody: LineMelodiesTable;
}

/**
 * Removes a setting (R10); it costs nothing, so any line may. Its melody stops renewing when no other setting plays it.
 * The caller's transaction holds the lock of the account. Refused as `tone_setting_not_found`.
 */
export async function removeTone(
  tx: Writer,
  { accountId, settingId }: { accountId: bigint; settingId: string },
): Promise<Outcome<RemovedTone>> {
  const settings = await readToneSettings(tx, accountId);
  const setting = settings.find(({ setting_id }) => setting_id === settingId.toLowerCase());
  if (!setting) return refuse({ kind: 'tone_setting_not_found' });
  await deleteToneSetting(tx, accountId, setting.setting_id);
  await stopRenewingUnplayed(tx, accountId, setting.melody_id);
  const melody = await findLineMelody(tx, accountId, setting.melody_id);
  assert(melody, 'a setting plays a melody that the line has');
  return done({ setting, melody });
}
