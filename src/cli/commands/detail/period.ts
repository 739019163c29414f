import type { Client } from '../../../client/client.ts';
import { getAccount, getBalance } from '../../../contract/operations/account.ts';
import {
  type CalendarDay,
  DAY_MS,
  formatInstant,
  type Period,
  plus,
  SECOND_MS,
  startOfDay,
} from '../../../shared/period.ts';
import { UsageError } from '../../errors.ts';

/** The period as it was typed: days of the line's calendar, or instants. */
export interface TypedPeriod {
  from: string | undefined;
  to: string | undefined;
}

/** A half-open period as the cabinet wants it; what is left out it fills in itself (R6: the last 30 days). */
export interface PeriodQuery {
  from?: string;
  to?: string;
}

/**
 * What to ask the cabinet for. The account is read only when a day was typed: its region has the calendar.
 * @throws UsageError when the period ends before it begins
 */
export async function queryFor(client: Client, typed: TypedPeriod): Promise<PeriodQuery> {
  const days = [typed.from, typed.to].some((text) => text !== undefined && !isInstant(text));
  const timeZone = days ? (await client.call(getAccount, {})).region.time_zone : 'UTC';
  const { from, to } = readPeriod(typed, timeZone);
  return { ...(from ? { from: from.toISOString() } : {}), ...(to ? { to: to.toISOString() } : {}) };
}

/** R6. */
const DEFAULT_PERIOD_MS = 30 * DAY_MS;

/** A period with both ends, whose line and calendar are known. */
export interface LinePeriod {
  msisdn: string;
  timeZone: string;
  period: Period;
}

/**
 * The period with both its ends, so that it can be named and asked for again; the cabinet's clock says what now is.
 * @throws UsageError when the period ends before it begins
 */
export async function periodOfLine(client: Client, typed: TypedPeriod): Promise<LinePeriod> {
  const account = await client.call(getAccount, {});
  const timeZone = account.region.time_zone;
  const given = readPeriod(typed, timeZone);
  const to = given.to ?? plus(await cabinetNow(client), SECOND_MS);
  const from = given.from ?? plus(to, -DEFAULT_PERIOD_MS);
  checkOrder(from, to, timeZone);
  return { msisdn: account.msisdn, timeZone, period: { from, to } };
}

async function cabinetNow(client: Client): Promise<Date> {
  return new Date((await client.call(getBalance, {})).as_of);
}

/**
 * A typed `--to` day belongs to the period, as people say «from the 1st to the 31st»; a typed instant ends it.
 * @throws UsageError when the period ends before it begins
 */
export function readPeriod(typed: TypedPeriod, timeZone: string): Partial<Period> {
  const from = typed.from === undefined ? undefined : readStart(typed.from, timeZone);
  const to = typed.to === undefined ? undefined : readEnd(typed.to, timeZone);
  if (from && to) checkOrder(from, to, timeZone);
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function checkOrder(from: Date, to: Date, timeZone: string): void {
  if (from < to) return;
  const params = { from: formatInstant(from, timeZone), to: formatInstant(to, timeZone) };
  throw new UsageError('detail.period-reversed', params);
}

function readStart(text: string, timeZone: string): Date {
  return isInstant(text) ? new Date(text) : startOfDay(readDay(text), timeZone);
}

function readEnd(text: string, timeZone: string): Date {
  if (isInstant(text)) return new Date(text);
  const day = readDay(text);
  return startOfDay({ ...day, day: day.day + 1 }, timeZone);
}

function isInstant(text: string): boolean {
  return text.includes('T');
}

function readDay(text: string): CalendarDay {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}

/** First and last day of a period in the line's calendar: «2026-10-01» and «2026-10-31». */
export function daysOf({ period, timeZone }: LinePeriod): { first: string; last: string } {
  const day = (instant: Date) => formatInstant(instant, timeZone).slice(0, 10);
  return { first: day(period.from), last: day(plus(period.to, -1)) };
}
