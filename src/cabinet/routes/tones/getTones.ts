import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { done } from '../../domain/outcome.ts';
import { getTones, type Tones } from '../../domain/tones/getTones.ts';
import { read } from '../../http/route.ts';
import type { ToneServiceRow } from '../../storage/tones/reader.ts';
import { instantOrNull } from '../wire.ts';
import {
  currentStatusToWire,
  lineMelodyToWire,
  minuteOf,
  settingToWire,
  statusMessageToWire,
} from './settings-shape.ts';
import { melodyRef } from './shape.ts';

export const getTonesRoute = read(operations.getTones, async (db, { input, subject, now, settings }) => {
  const { accountId, timeZone } = subject;
  const { caller = null, at } = input.query ?? {};
  const tones = await getTones(db, { accountId, caller, minute: minuteOf(at), timeZone, now });
  return done({
    service: { ...serviceToWire(tones.service, timeZone), daily_fee: toWire(settings.toneDailyFee) },
    melodies: tones.melodies.map((melody) => lineMelodyToWire(melody, { now, timeZone })),
    settings: tones.settings.map(settingToWire),
    status: tones.status ? currentStatusToWire(tones.status, timeZone) : null,
    playing: playingToWire(tones.playing),
  });
});

/** What is off has no beginning and no fee. */
function serviceToWire(service: ToneServiceRow | undefined, timeZone: string) {
  if (!service || service.state === 'off') {
    return { state: 'off' as const, connected_at: null, next_fee_at: null, paused_since: null };
  }
  return {
    state: service.state,
    connected_at: instantOrNull(service.connected_at, timeZone),
    next_fee_at: instantOrNull(service.next_fee_at, timeZone),
    paused_since: instantOrNull(service.paused_since, timeZone),
  };
}

function playingToWire(playing: Tones['playing']) {
  const nothing = { melody: null, setting: null, message: null };
  switch (playing.kind) {
    case 'ordinary':
      return { kind: playing.kind, ...nothing };
    case 'melody':
      return {
        ...nothing,
        kind: playing.kind,
        melody: melodyRef(playing.setting),
        setting: playing.setting.setting_id,
      };
    case 'status':
      return { ...nothing, kind: playing.kind, message: statusMessageToWire(playing.status) };
  }
}
