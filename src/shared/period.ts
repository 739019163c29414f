/** A half-open stretch of time: `from` is inside, `to` is not. */
export interface Period {
  from: Date;
  to: Date;
}

/** A day of a calendar; months count from 1. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The same instant shifted by a number of milliseconds. */
export function plus(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function readOffset(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
  const match = /([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** Offsets of whole UTC days; null for a day in which the clocks are changed. */
const dayOffsets = new Map<string, Map<number, number | null>>();
const MOST_DAYS = 4_000;

function readDayOffset(day: number, timeZone: string): number | null {
  let days = dayOffsets.get(timeZone);
  if (!days || days.size >= MOST_DAYS) {
    days = new Map();
    dayOffsets.set(timeZone, days);
  }
  let offset = days.get(day);
  if (offset === undefined) {
    const first = readOffset(day * DAY_MS, timeZone);
    offset = first === readOffset((day + 1) * DAY_MS, timeZone) ? first : null;
    days.set(day, offset);
  }
  return offset;
}

/**
 * The calendar of the rules: the offset of `timeZone` at `instant`, in minutes east of Greenwich.
 * @throws RangeError when there is no such zone
 */
export function offsetMinutes(instant: Date, timeZone: string): number {
  const milliseconds = instant.getTime();
  return readDayOffset(Math.floor(milliseconds / DAY_MS), timeZone) ?? readOffset(milliseconds, timeZone);
}

/** Midnight of a calendar day in `timeZone`. */
export function startOfDay(day: CalendarDay, timeZone: string): Date {
  const guess = Date.UTC(day.year, day.month - 1, day.day);
  const first = new Date(guess - offsetMinutes(new Date(guess), timeZone) * MINUTE_MS);
  return new Date(guess - offsetMinutes(first, timeZone) * MINUTE_MS);
}

/** RFC 3339 with the offset of `timeZone`, whole seconds: «2026-11-22T14:36:21+05:00». */
export function formatInstant(instant: Date, timeZone: string): string {
  const offset = offsetMinutes(instant, timeZone);
  const local = plus(instant, offset * MINUTE_MS)
    .toISOString()
    .slice(0, 19);
  const absolute = Math.abs(offset);
  const hours = String(Math.floor(absolute / 60)).padStart(2, '0');
  const minutes = String(absolute % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The calendar date of `instant` in `timeZone`, and its time of day in milliseconds since midnight. */
export function localDate(instant: Date, timeZone: string): CalendarDay & { timeMs: number } {
  const local = plus(instant, offsetMinutes(instant, timeZone) * MINUTE_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    timeMs: local.getTime() - Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()),
  };
}

/** The same day `count` months later (earlier when negative); the last day of a month that is too short. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const first = new Date(Date.UTC(day.year, day.month - 1 + count, 1));
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth() + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, day: Math.min(day.day, lastDay) };
}
