import { addMonths, type CalendarDay, DAY_MS, HOUR_MS, MINUTE_MS, plus } from '../../../shared/period.ts';
import { melodies } from '../../catalogue/melodies.ts';
import { services } from '../../catalogue/services.ts';
import { tariffs } from '../../catalogue/tariffs.ts';
import { switchPostings, switchTotal } from '../../domain/tariffs/rules.ts';
import { movementNames } from '../../domain/usage/movements.ts';
import { defaultSettings } from '../../settings.ts';
import { beginPackages, charge, enter, grantBonus, type LineState, record, takeTariffFee } from './state.ts';
import type { Subscriber } from './subscribers.ts';

/** Something that happens to a line at a moment. */
export interface Happening {
  at: Date;
  happen(line: LineState): void;
}

/** A day of the history: its midnight, its date, and how many days before the sandbox was made it was. */
export interface HistoryDay {
  midnight: Date;
  date: CalendarDay;
  daysAgo: number;
}

const PERIOD_DAYS = 30;

/** How many days ago the last fee of a cycle of 30 days was taken: 1–30, and a cycle more when a block was before it. */
export const lastFeeDaysAgo = {
  tariff: (subscriber: Subscriber) => lived(subscriber, PERIOD_DAYS - subscriber.feeInDays),
  melody: (subscriber: Subscriber) => lived(subscriber, ((subscriber.index * 5 + 3) % PERIOD_DAYS) + 1),
};

function lived({ blockedDaysAgo = 0 }: Subscriber, daysAgo: number): number {
  const cycles = Math.max(0, Math.ceil((blockedDaysAgo + 1 - daysAgo) / PERIOD_DAYS));
  return daysAgo + cycles * PERIOD_DAYS;
}

/** The day of the month on which a service is paid for, which every month has. */
export function serviceDay(subscriber: Subscriber, serviceId: string): number {
  return ((subscriber.index * 7 + serviceId.length * 3) % 28) + 1;
}

/** When on its day each kind of fee is taken, after midnight. */
export const FEE_TIME_MS = {
  tariff: 5 * HOUR_MS,
  service: 4 * HOUR_MS,
  tone: 3 * HOUR_MS,
  melody: 3 * HOUR_MS + 5 * MINUTE_MS,
  bonus: 6 * HOUR_MS,
};

/** Everything that falls due on a day, unordered. */
export function duesOfDay(subscriber: Subscriber, day: HistoryDay): Happening[] {
  return [
    ...(isTurn(day, lastFeeDaysAgo.tariff(subscriber)) ? [tariffDue(subscriber, day)] : []),
    ...serviceDues(subscriber, day),
    ...toneDues(subscriber, day),
    ...bonusDues(day),
  ];
}

function isTurn({ daysAgo }: HistoryDay, last: number): boolean {
  return daysAgo >= last && (daysAgo - last) % PERIOD_DAYS === 0;
}

function tariffDue(subscriber: Subscriber, day: HistoryDay): Happening {
  const at = plus(day.midnight, FEE_TIME_MS.tariff);
  const switching = subscriber.switchedFrom && day.daysAgo === lastFeeDaysAgo.tariff(subscriber);
  return {
    at,
    happen: (line) => (switching ? switchTo(line, subscriber.tariffId, at) : takeTariffFee(line, at)),
  };
}

/** R7: the price and the first fee in one transaction. */
function switchTo(line: LineState, tariffId: string, at: Date): void {
  const to = tariffOf(tariffId);
  enter(line, at, 'tariff_switch', switchPostings(to), { from: line.tariff.tariff_id, to: tariffId });
  const service = movementNames.tariffSwitch(to.name_ru);
  record(line, { started_at: at, type: 'service', cost: switchTotal(to), service });
  line.tariff = to;
  beginPackages(line, at);
}

export function tariffOf(tariffId: string) {
  return found(tariffs.find((tariff) => tariff.tariff_id === tariffId));
}

function serviceDues(subscriber: Subscriber, day: HistoryDay): Happening[] {
  const due = subscriber.services.filter((id) => {
    const service = serviceOf(id);
    if (service.fee_period === 'day') return true;
    return service.fee_period === 'month' && day.date.day === serviceDay(subscriber, id);
  });
  return due.map((id) => {
    const { fee, name_ru } = serviceOf(id);
    const at = plus(day.midnight, FEE_TIME_MS.service);
    const service = movementNames.serviceFee(name_ru);
    return {
      at,
      happen: (line) =>
        affordable(line, id, fee) &&
        charge(line, at, {
          kind: 'service_fee',
          book: 'revenue.service',
          cost: fee,
          service,
          details: { service: id },
        }),
    };
  });
}

export function serviceOf(serviceId: string) {
  return found(services.find((service) => service.service_id === serviceId));
}

/** R10: the daily fee of the tone service, and the melody every 30 days. */
function toneDues({ melodyId, ...subscriber }: Subscriber, day: HistoryDay): Happening[] {
  if (!melodyId) return [];
  const at = plus(day.midnight, FEE_TIME_MS.tone);
  const daily: Happening = {
    at,
    happen: (line) =>
      affordable(line, 'tone', defaultSettings.toneDailyFee) &&
      charge(line, at, {
        kind: 'tone_fee',
        book: 'revenue.tone',
        cost: defaultSettings.toneDailyFee,
        service: movementNames.toneFee(),
        details: {},
      }),
  };
  if (!isTurn(day, lastFeeDaysAgo.melody(subscriber))) return [daily];
  const melody = found(melodies.find((each) => each.melody_id === melodyId));
  const renewedAt = plus(day.midnight, FEE_TIME_MS.melody);
  const service = movementNames.melody(melody.title_ru);
  const details = { melody: melodyId };
  const renewal: Happening = {
    at: renewedAt,
    happen: (line) =>
      affordable(line, 'tone', melody.price) &&
      charge(line, renewedAt, { kind: 'melody', book: 'revenue.tone', cost: melody.price, service, details }),
  };
  return [daily, renewal];
}

/** R13: spending is closed with the month and rewarded on the 10th. */
function bonusDues({ midnight, date }: HistoryDay): Happening[] {
  if (date.day === 10) {
    const at = plus(midnight, FEE_TIME_MS.bonus);
    return [{ at, happen: (line) => grantBonus(line, at) }];
  }
  if (date.day !== 1) return [];
  return [
    {
      at: midnight,
      happen: (line) => {
        line.spentLastMonth = line.spent;
        line.spent = 0n;
      },
    },
  ];
}

/** On shortage a service pauses until the next fee can be taken. */
function affordable(line: LineState, what: string, cost: bigint): boolean {
  if (line.wallet < cost) line.paused.add(what);
  else line.paused.delete(what);
  return line.wallet >= cost;
}

function found<T>(item: T | undefined): T {
  if (item === undefined)
    throw new RangeError('the catalogue of the sandbox lacks what its subscribers have');
  return item;
}

/** The days of the history: whole calendar months before `today`, and the days of this one. */
export function historyDays(today: Date, date: CalendarDay, months: number): HistoryDay[] {
  const first = addMonths({ ...date, day: 1 }, -months);
  const count =
    (Date.UTC(date.year, date.month - 1, date.day) - Date.UTC(first.year, first.month - 1, 1)) / DAY_MS;
  return Array.from({ length: count }, (_, index) => {
    const daysAgo = count - index;
    const local = new Date(Date.UTC(first.year, first.month - 1, 1 + index));
    return {
      midnight: plus(today, -daysAgo * DAY_MS),
      date: { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() },
      daysAgo,
    };
  });
}
