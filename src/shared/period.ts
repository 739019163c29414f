/** A half-open stretch of time: `from` is inside, `to` is not. */
export interface Period {
  from: Date;
  to: Date;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The same instant shifted by a number of milliseconds. */
export function plus(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

/** The calendar of the rules: the offset of `timeZone` at `instant`, in minutes east of Greenwich. */
export function offsetMinutes(instant: Date, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** Midnight of a calendar day in `timeZone`. */
export function startOfDay(day: { year: number; month: number; day: number }, timeZone: string): Date {
  const guess = Date.UTC(day.year, day.month - 1, day.day);
  const first = new Date(guess - offsetMinutes(new Date(guess), timeZone) * MINUTE_MS);
  return new Date(guess - offsetMinutes(first, timeZone) * MINUTE_MS);
}

/** RFC 3339 with the offset of `timeZone`, whole seconds: «2026-11-22T14:36:21+05:00». */
export function formatInstant(instant: Date, timeZone: string): string {
  const offset = offsetMinutes(instant, timeZone);
  const local = plus(instant, offset * MINUTE_MS).toISOString().slice(0, 19);
  const absolute = Math.abs(offset);
  const hours = String(Math.floor(absolute / 60)).padStart(2, '0');
  const minutes = String(absolute % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
