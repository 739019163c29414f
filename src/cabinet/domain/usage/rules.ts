import { addMonths, localDate, type Period, plus, startOfDay } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/**
 * The half-open period of a request for detail (R6). Without `to` it ends with what has happened so far; without `from` it
 * starts 30 days before its end. It never reaches past `now`, so that rows written later do not move what a request sees.
 * The refusal `period_out_of_range` names the earliest day that is kept: a whole day of the line's calendar.
 */
export function resolvePeriod(
  asked: { from?: Date | undefined; to?: Date | undefined },
  now: Date,
  timeZone: string,
  settings: Settings,
): Outcome<Period> {
  const soFar = plus(now, 1);
  const to = asked.to && asked.to < soFar ? asked.to : soFar;
  const from = asked.from ?? plus(asked.to ?? now, -settings.detailDefaultMs);
  const earliest = earliestDetail(now, timeZone, settings);
  if (from < earliest) return refuse({ kind: 'period_out_of_range', earliest });
  return done({ from, to });
}

/** R6: the start of the day `detailMonths` months ago. */
export function earliestDetail(now: Date, timeZone: string, settings: Settings): Date {
  return startOfDay(addMonths(localDate(now, timeZone), -settings.detailMonths), timeZone);
}
