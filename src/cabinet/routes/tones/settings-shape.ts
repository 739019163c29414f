import type { Static } from 'typebox';
import type {
  CurrentStatus,
  LineMelody,
  StatusMessage,
  ToneSetting,
} from '../../../contract/operations/tones.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { type Minute, melodyState, priorityOf } from '../../domain/tones/settingRules.ts';
import type { StatusMessagesTable } from '../../storage/schema-tones.ts';
import type { LineMelodyRow } from '../../storage/tones/reader.ts';
import type { ToneSettingRow } from '../../storage/tones/settings.ts';
import type { LineStatusRow } from '../../storage/tones/statuses.ts';
import { instantOrNull, named } from '../wire.ts';
import { melodyRef } from './shape.ts';

/** «HH:MM» of a request, which the contract has checked, as minutes since midnight; null when absent. */
export function minuteOf(time: string | undefined): Minute | null {
  if (time === undefined) return null;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minute: Minute | null): string | null {
  if (minute === null) return null;
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

export function settingToWire(setting: ToneSettingRow): Static<typeof ToneSetting> {
  return {
    id: setting.setting_id,
    melody: melodyRef(setting),
    caller: setting.caller,
    from: timeOf(setting.minute_from),
    to: timeOf(setting.minute_to),
    priority: priorityOf(setting),
  };
}

export function lineMelodyToWire(
  melody: LineMelodyRow,
  { now, timeZone }: { now: Date; timeZone: string },
): Static<typeof LineMelody> {
  return {
    melody: melodyRef(melody),
    price: toWire(melody.price),
    state: melodyState(melody, now),
    acquired_at: formatInstant(melody.acquired_at, timeZone),
    paid_until: formatInstant(melody.paid_until, timeZone),
    renews: melody.renews,
    gift: melody.gift_id !== null,
  };
}

export function statusMessageToWire(row: StatusMessagesTable): Static<typeof StatusMessage> {
  return {
    id: row.status_id,
    name: named(row),
    text: { ru: row.text_ru, en: row.text_en },
  };
}

export function currentStatusToWire(row: LineStatusRow, timeZone: string): Static<typeof CurrentStatus> {
  return {
    message: statusMessageToWire(row),
    set_at: formatInstant(row.set_at, timeZone),
    until: instantOrNull(row.valid_until, timeZone),
  };
}
