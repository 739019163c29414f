import { addMonths, localDate, plus, startOfDay } from '../../../shared/period.ts';

/**
 * The moment `count` calendar months after `anchor` in `timeZone`: the same day and time of day, or the last day of a
 * month that is too short. Counted from the anchor, so that the 31st comes back after February; the same as SQL's
 * `(anchor at time zone z + count * interval '1 month') at time zone z`.
 */
export function monthsAfter(anchor: Date, count: number, timeZone: string): Date {
  const { timeMs, ...day } = localDate(anchor, timeZone);
  return plus(startOfDay(addMonths(day, count), timeZone), timeMs);
}
