import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import {
  findToneService,
  type LineMelodyRow,
  readLineMelodies,
  type ToneServiceRow,
} from '../../storage/tones/reader.ts';
import { readToneSettings, type ToneSettingRow } from '../../storage/tones/settings.ts';
import { type LineStatusRow, readLineStatus } from '../../storage/tones/statuses.ts';
import { lineState } from '../lines/rules.ts';
import { heardSetting, inOrder, type Minute, melodyState, nextMoment } from './settingRules.ts';

export interface Tones {
  service: ToneServiceRow | undefined;
  melodies: LineMelodyRow[];
  /** In the order in which they win. */
  settings: ToneSettingRow[];
  status: LineStatusRow | undefined;
  playing:
    | { kind: 'ordinary' }
    | { kind: 'melody'; setting: ToneSettingRow }
    | { kind: 'status'; status: LineStatusRow };
}

/**
 * The ring-back tones of a line (R10): melodies that it has or that a setting plays, who hears which, and what `caller`
 * (null for somebody in no setting) hears at the next moment when the region's clocks show `minute` (null for now).
 */
export async function getTones(
  db: Reader,
  query: { accountId: bigint; caller: string | null; minute: Minute | null; timeZone: string; now: Date },
): Promise<Tones> {
  const { accountId, caller, now } = query;
  const line = await readLine(db, accountId);
  const service = await findToneService(db, accountId);
  const owned = await readLineMelodies(db, accountId);
  const settings = inOrder(await readToneSettings(db, accountId));
  const status = await readLineStatus(db, accountId, now);
  const call = { caller, ...nextMoment(now, query.minute, query.timeZone) };
  const silent = service?.state !== 'active' || lineState(line, now) !== 'active';
  const statusThen = status?.valid_until && status.valid_until <= call.at ? undefined : status;
  const setting = heardSetting(settings, owned, call);
  const used = new Set(settings.map(({ melody_id }) => melody_id));
  return {
    service,
    melodies: owned.filter((melody) => used.has(melody.melody_id) || melodyState(melody, now) !== 'ended'),
    settings,
    status,
    playing: silent ? { kind: 'ordinary' } : heard(statusThen, setting),
  };
}

function heard(status: LineStatusRow | undefined, setting: ToneSettingRow | undefined): Tones['playing'] {
  if (status) return { kind: 'status', status };
  return setting ? { kind: 'melody', setting } : { kind: 'ordinary' };
}
