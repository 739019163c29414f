import type { Kopecks } from '../../../shared/money.ts';
import { localDate, MINUTE_MS, plus } from '../../../shared/period.ts';
import type { LineMelodiesTable, ToneSettingsTable } from '../../storage/schema-tones.ts';
import { type Posting, refuseUnlessCovered } from '../ledger/rules.ts';
import { type Line, refuseUnlessActive } from '../lines/rules.ts';
import { type Refused, refuse } from '../outcome.ts';

/** A time of day of the line's region, in minutes since midnight. */
export type Minute = number;

/** Who hears a melody, and when: nulls for everyone and for all day. */
export type Slot = Pick<ToneSettingsTable, 'caller' | 'minute_from' | 'minute_to'>;

type Paid = Pick<LineMelodiesTable, 'paid_until' | 'renews' | 'paused_since'>;

/** R10: 1 caller and time, 2 caller, 3 time, 4 everyone. */
export function priorityOf({ caller, minute_from }: Slot): 1 | 2 | 3 | 4 {
  if (caller !== null) return minute_from === null ? 2 : 1;
  return minute_from === null ? 4 : 3;
}

/** Settings in the order in which they win (R10): by priority, and among equals the newest first. */
export function inOrder<T extends Slot & Pick<ToneSettingsTable, 'set_at' | 'setting_id'>>(
  settings: readonly T[],
): T[] {
  return settings.toSorted(
    (a, b) =>
      priorityOf(a) - priorityOf(b) ||
      b.set_at.getTime() - a.set_at.getTime() ||
      (a.setting_id < b.setting_id ? 1 : -1),
  );
}

export function isSameSlot(a: Slot, b: Slot): boolean {
  return a.caller === b.caller && a.minute_from === b.minute_from && a.minute_to === b.minute_to;
}

/** Whether a period, which may pass midnight, holds a time of day. Half-open: its end is not inside. */
function holds({ minute_from: from, minute_to: to }: Slot, minute: Minute): boolean {
  if (from === null || to === null) return true;
  return from < to ? from <= minute && minute < to : minute >= from || minute < to;
}

/** Paused for want of money, over, or there to be heard (also while its renewal is due and not yet taken). */
export function melodyState(melody: Paid, at: Date): 'active' | 'paused' | 'ended' {
  if (melody.paused_since !== null) return 'paused';
  return melody.renews || melody.paid_until > at ? 'active' : 'ended';
}

/** Whether a melody that a line has needs no money at `now`. */
export function isPaid(melody: Paid, now: Date): boolean {
  return melody.paused_since === null && melody.paid_until > now;
}

/**
 * The setting that a caller hears (R10); `caller` is null for somebody who is in no setting. A setting whose melody is
 * paused or over gives way to the next one. Undefined for the ordinary tone.
 */
export function heardSetting<T extends Slot & Pick<ToneSettingsTable, 'melody_id'>>(
  settingsInOrder: readonly T[],
  melodies: readonly (Paid & Pick<LineMelodiesTable, 'melody_id'>)[],
  call: { caller: string | null; minute: Minute; at: Date },
): T | undefined {
  const playable = new Set(
    melodies.filter((melody) => melodyState(melody, call.at) === 'active').map(({ melody_id }) => melody_id),
  );
  return settingsInOrder.find(
    (setting) =>
      (setting.caller === null || setting.caller === call.caller) &&
      holds(setting, call.minute) &&
      playable.has(setting.melody_id),
  );
}

/** The next moment, `now` included, at which the region's clocks show `minute`; now itself without one. */
export function nextMoment(now: Date, minute: Minute | null, timeZone: string): { at: Date; minute: Minute } {
  const { timeMs } = localDate(now, timeZone);
  const current = Math.floor(timeMs / MINUTE_MS);
  if (minute === null || minute === current) return { at: now, minute: current };
  const minutes = (minute - current + 1_440) % 1_440;
  return { at: plus(now, minutes * MINUTE_MS - (timeMs % MINUTE_MS)), minute };
}

export interface SettingFacts {
  line: Line;
  melody: { price: Kopecks } | undefined;
  slot: Slot;
  /** What stands in the slot. */
  taken: boolean;
  /** Settings of the line. */
  count: number;
  limit: number;
  /** What the melody costs now: zero when it is paid. */
  price: Kopecks;
  wallet: Kopecks;
}

/**
 * Why a melody is not set (R10), in a fixed order: the line, the melody, the period, the number of settings, and money
 * last. Null when it may be set.
 */
export function refuseSetting(facts: SettingFacts, now: Date): Refused | null {
  const { slot } = facts;
  const notActive = refuseUnlessActive(facts.line, now);
  if (notActive) return notActive;
  if (!facts.melody) return refuse({ kind: 'tone_not_found' });
  const half = (slot.minute_from === null) !== (slot.minute_to === null);
  if (half || (slot.minute_from !== null && slot.minute_from === slot.minute_to)) {
    return refuse({ kind: 'tone_period_invalid' });
  }
  if (!facts.taken && facts.count >= facts.limit) {
    return refuse({ kind: 'tone_settings_full', limit: facts.limit });
  }
  return refuseUnlessCovered(facts.wallet, facts.price);
}

/** What a melody takes from the wallet. Empty when it is free. */
export function melodyPostings(price: Kopecks): Posting[] {
  if (price === 0n) return [];
  return [
    { book: 'wallet', amount: -price },
    { book: 'revenue.tone', amount: price },
  ];
}
