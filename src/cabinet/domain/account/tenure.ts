import { addMonths, startOfDay } from '../../../shared/period.ts';

/**
 * The moment from which a contract of this date (`YYYY-MM-DD`) is so many calendar months old: the midnight of that day
 * in the line's region; the last day of a month that is too short. PostgreSQL's `date + interval` counts the same way.
 */
export function tenureReached(contractDate: string, months: number, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = contractDate.split('-').map(Number);
  return startOfDay(addMonths({ year, month, day }, months), timeZone);
}
