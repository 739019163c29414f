import { assert } from '../../../shared/assert.ts';
import {
  type CalendarDay,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  plus,
  SECOND_MS,
  startOfDay,
} from '../../../shared/period.ts';
import { rate } from '../../domain/usage/rating.ts';
import { dice } from './dice.ts';
import { duesOfDay, type Happening, type HistoryDay, historyDays, tariffOf } from './dues.ts';
import { beginPackages, charge, enter, type LineState, NO_PACKAGES, record } from './state.ts';
import type { Subscriber } from './subscribers.ts';
import { topUp } from './top-up.ts';
import { contactsOf, type Habits, type Traffic, trafficOfDay } from './traffic.ts';

/** Whole calendar months of detail before the current one. */
const HISTORY_MONTHS = 6;

const FINALE_MS = 22 * HOUR_MS;

/** With a smaller package people watch no films. */
const SPARING_MEGABYTES = 5_000;

/**
 * The life of a line from the first day of the month six months ago until the midnight in which `date` begins: the same for
 * the same date. Every cost comes from the tariff (R5), every change of the wallet is in the ledger.
 */
export function live(subscriber: Subscriber, everybody: readonly Subscriber[], date: CalendarDay): LineState {
  const chance = dice(`history ${subscriber.index}`);
  const today = startOfDay(date, subscriber.region.time_zone);
  const days = historyDays(today, date, HISTORY_MONTHS);
  const habits = {
    contacts: contactsOf(subscriber, everybody, chance),
    sparing: tariffOf(subscriber.tariffId).data_megabytes < SPARING_MEGABYTES,
  };
  const contractDate = plus(today, -subscriber.tenureDays * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const line = open({ subscriber, contractDate, chance }, days[0]?.midnight ?? today);
  const lastDay = subscriber.blockedDaysAgo ?? 0;
  for (const day of days) {
    if (day.daysAgo > lastDay) liveOneDay(line, day, habits);
  }
  return line;
}

function open(own: Pick<LineState, 'subscriber' | 'contractDate' | 'chance'>, at: Date): LineState {
  const { subscriber } = own;
  const line: LineState = {
    ...own,
    tariff: tariffOf(subscriber.switchedFrom ?? subscriber.tariffId),
    wallet: BigInt(subscriber.keepRoubles + subscriber.topUpRoubles) * 100n,
    packages: NO_PACKAGES,
    paidSince: null,
    unposted: 0n,
    spent: 0n,
    spentLastMonth: 0n,
    bonus: 0n,
    rows: [],
    ledger: [],
    payments: [],
    bonusLots: [],
    paused: new Set(),
  };
  enter(line, at, 'opening', [
    { book: 'wallet', amount: line.wallet },
    { book: 'opening', amount: -line.wallet },
  ]);
  beginPackages(line, at);
  return line;
}

function liveOneDay(line: LineState, day: HistoryDay, habits: Habits): void {
  const { subscriber, chance } = line;
  const payingAt = plus(day.midnight, chance.int(10, 20) * HOUR_MS + chance.int(0, 3_599) * SECOND_MS);
  const happenings: Happening[] = [
    ...trafficOfDay(subscriber, day.midnight, habits, chance).map((traffic) => ({
      at: traffic.at,
      happen: (used: LineState) => use(used, traffic),
    })),
    ...duesOfDay(subscriber, day),
    { at: payingAt, happen: (payer) => topUp(payer, payingAt) },
  ];
  const finale = day.daysAgo === 1 ? finaleOf(subscriber, plus(day.midnight, FINALE_MS)) : [];
  const end = finale[0]?.at ?? plus(day.midnight, DAY_MS);
  const before = happenings.filter((happening) => happening.at < end);
  before.sort((left, right) => left.at.getTime() - right.at.getTime());
  for (const happening of [...before, ...finale]) happening.happen(line);
  postUsage(line, plus(day.midnight, DAY_MS - SECOND_MS));
}

/** Rates what goes out (R5); a line without money and packages stays silent. */
function use(line: LineState, traffic: Traffic): void {
  const { type, volume, direction, counterpart, place, at } = traffic;
  const { tariff, packages } = line;
  const rates = { voice: tariff.rate_voice, sms: tariff.rate_sms, data: tariff.rate_data };
  const free = { cost: 0n, fromPackage: 0n };
  const { cost, fromPackage } = direction === 'in' ? free : rate(type, volume, rates, packages);
  if (cost > 0n && line.wallet <= 0n) return;
  if (type !== 'mms') line.packages = { ...packages, [type]: packages[type] - fromPackage };
  line.unposted += cost;
  line.spent += cost;
  const unit = type === 'voice' ? 'second' : type === 'data' ? 'byte' : 'message';
  record(line, { started_at: at, type, direction, counterpart, place, volume, unit, cost });
}

function postUsage(line: LineState, at: Date): void {
  const amount = line.unposted;
  if (amount === 0n) return;
  line.unposted = 0n;
  enter(line, at, 'usage', [
    { book: 'wallet', amount: -amount },
    { book: 'revenue.usage', amount },
  ]);
}

/** Brings the wallet of a special case to where its story wants it. */
function finaleOf({ finale, region }: Subscriber, at: Date): Happening[] {
  if (!finale) return [];
  const { leave, megabytes } = finale;
  const payment: Happening = {
    at,
    happen: (line) => {
      assert(line.wallet > leave, 'the wallet of a special case has something to give');
      const cost = line.wallet - leave;
      const service = 'Оплата с мобильного счёта';
      charge(line, at, { kind: 'service_fee', book: 'revenue.service', cost, service, details: {} });
    },
  };
  if (megabytes === undefined) return [payment];
  const sessionAt = plus(at, 40 * MINUTE_MS);
  const session: Traffic = {
    at: sessionAt,
    type: 'data',
    direction: null,
    counterpart: null,
    place: region.towns[0],
    volume: megabytes << 20n,
  };
  return [payment, { at: sessionAt, happen: (line) => use(line, session) }];
}
