import type { Insertable } from 'kysely';
import { addMonths, DAY_MS, localDate, plus, startOfDay } from '../../../shared/period.ts';
import { standardServices } from '../../catalogue/services.ts';
import { uuidv7 } from '../../domain/identifiers.ts';
import { packagesOf } from '../../domain/tariffs/rules.ts';
import { defaultSettings } from '../../settings.ts';
import type { AccountsTable, BucketsTable, Database, LinesTable } from '../../storage/schema.ts';
import type { LineServicesTable } from '../../storage/schema-catalogues.ts';
import type { LineMelodiesTable, ToneServicesTable, ToneSettingsTable } from '../../storage/schema-tones.ts';
import { dice } from './dice.ts';
import { FEE_TIME_MS, lastFeeDaysAgo, serviceDay, serviceOf } from './dues.ts';
import { type LineState, packagesUntil } from './state.ts';
import type { Subscriber } from './subscribers.ts';

/** Every line took its tariff some cycles before the history begins, unless it was switched. */
const TARIFF_CYCLES = 9;

export function accountOf({ subscriber, contractDate }: LineState, today: Date): Insertable<AccountsTable> {
  const since = plus(today, -subscriber.tenureDays * DAY_MS);
  return {
    account_id: subscriber.accountId,
    contract_number: `${subscriber.region.contract}-${String(40_000 + subscriber.index * 613).padStart(7, '0')}`,
    contract_date: contractDate,
    holder: subscriber.holder,
    holder_kind: subscriber.holderKind,
    region_id: subscriber.region.region_id,
    created_at: since,
    bonus_due_at: nextBonus(subscriber, today),
  };
}

/** R13: the next 10th; nothing for a line that was disconnected. */
function nextBonus(subscriber: Subscriber, today: Date): Date | null {
  if (isDisconnected(subscriber)) return null;
  const date = localDate(today, subscriber.region.time_zone);
  const { bonusPostingDay: day } = defaultSettings;
  const month = date.day < day ? date : addMonths({ ...date, day: 1 }, 1);
  return plus(startOfDay({ ...month, day }, subscriber.region.time_zone), FEE_TIME_MS.bonus);
}

export function lineOf(line: LineState, today: Date): Insertable<LinesTable> {
  const { subscriber } = line;
  const lastFee = plus(today, -lastFeeDaysAgo.tariff(subscriber) * DAY_MS + FEE_TIME_MS.tariff);
  const switched = subscriber.switchedFrom !== undefined;
  return {
    account_id: subscriber.accountId,
    msisdn: subscriber.msisdn,
    network_login: subscriber.networkLogin,
    tariff_id: subscriber.tariffId,
    tariff_since: switched ? lastFee : plus(lastFee, -TARIFF_CYCLES * defaultSettings.tariffPeriodMs),
    switched_at: switched ? lastFee : null,
    next_fee_at: nextFee(line, lastFee),
    fee_unpaid_since: line.paidSince === null ? lastFee : null,
    codeword_failures: 0,
    ...blockOf(line, today),
  };
}

/** Null for a tariff without a fee, and for one that is not paid (R8). */
function nextFee(line: LineState, lastFee: Date): Date | null {
  if (line.tariff.fee === 0n || line.paidSince === null || isDisconnected(line.subscriber)) return null;
  return plus(lastFee, defaultSettings.tariffPeriodMs);
}

function isDisconnected({ blockedDaysAgo = 0 }: Subscriber): boolean {
  return blockedDaysAgo * DAY_MS >= defaultSettings.simBlockMs;
}

/** The first day that is not lived yet: today, or the one on which the line was blocked. */
function firstDay({ blockedDaysAgo = 0 }: Subscriber, today: Date): Date {
  return plus(today, -blockedDaysAgo * DAY_MS);
}

type Block = Pick<LinesTable, 'state' | 'block_reason' | 'blocked_at' | 'blocked_until'>;

/** R9: after 30 days a blocked line is disconnected. */
function blockOf({ subscriber }: LineState, today: Date): Block {
  const daysAgo = subscriber.blockedDaysAgo;
  if (daysAgo === undefined)
    return { state: 'active', block_reason: null, blocked_at: null, blocked_until: null };
  const blocked_at = plus(today, -daysAgo * DAY_MS);
  const blocked_until = plus(blocked_at, defaultSettings.simBlockMs);
  if (blocked_until <= today)
    return { state: 'disconnected', block_reason: 'lost', blocked_at, blocked_until: null };
  return { state: 'blocked', block_reason: 'lost', blocked_at, blocked_until };
}

export function loginsOf({ subscriber }: LineState): Database['logins'][] {
  const { accountId: account_id, networkLogin, msisdn } = subscriber;
  return [
    { login: account_id.toString(), kind: 'account', account_id },
    { login: networkLogin, kind: 'network', account_id },
    { login: msisdn, kind: 'msisdn', account_id },
  ];
}

/** What is left of the packages of the current period. */
export function bucketsOf(line: LineState): Insertable<BucketsTable>[] {
  const chance = dice(`buckets ${line.subscriber.index}`);
  const { paidSince } = line;
  if (!paidSince) return [];
  return packagesOf(line.tariff).map((each) => ({
    account_id: line.subscriber.accountId,
    bucket_id: uuidv7(paidSince, chance),
    ...each,
    remaining: line.packages[each.usage_type],
    valid_from: paidSince,
    valid_until: packagesUntil(line),
  }));
}

export function servicesOf({ subscriber, paused }: LineState, today: Date): Insertable<LineServicesTable>[] {
  return [...standardServices, ...subscriber.services].map((service_id) => {
    const isPaused = paused.has(service_id);
    const next = isPaused ? null : nextServiceFee(subscriber, service_id, today);
    return {
      account_id: subscriber.accountId,
      service_id,
      state: isPaused ? 'paused' : 'active',
      connected_at: plus(today, -Math.min(subscriber.tenureDays, 400) * DAY_MS),
      next_fee_at: next,
      paused_since: isPaused ? plus(firstDay(subscriber, today), FEE_TIME_MS.service - DAY_MS) : null,
      period_anchor: next,
    };
  });
}

function nextServiceFee(subscriber: Subscriber, serviceId: string, today: Date): Date | null {
  const { fee_period } = serviceOf(serviceId);
  if (fee_period === null || isDisconnected(subscriber)) return null;
  const first = firstDay(subscriber, today);
  if (fee_period === 'day') return plus(first, FEE_TIME_MS.service);
  const { time_zone } = subscriber.region;
  const date = localDate(first, time_zone);
  const day = serviceDay(subscriber, serviceId);
  const month = date.day <= day ? date : addMonths({ ...date, day: 1 }, 1);
  return plus(startOfDay({ ...month, day }, time_zone), FEE_TIME_MS.service);
}

/** R10: the tone service and its melody, which everybody hears, for lines that have them. */
export function tonesOf(
  { subscriber, paused }: LineState,
  today: Date,
): { service: Insertable<ToneServicesTable>; melody: LineMelodiesTable; setting: ToneSettingsTable }[] {
  const { accountId: account_id, melodyId: melody_id } = subscriber;
  if (!melody_id) return [];
  const acquired_at = plus(today, -lastFeeDaysAgo.melody(subscriber) * DAY_MS + FEE_TIME_MS.melody);
  const paid_until = plus(acquired_at, defaultSettings.melodyPeriodMs);
  const connected_at = plus(today, -210 * DAY_MS);
  const first = firstDay(subscriber, today);
  const charged = !isDisconnected(subscriber);
  const service = paused.has('tone')
    ? { state: 'paused' as const, next_fee_at: null, paused_since: plus(first, FEE_TIME_MS.tone - DAY_MS) }
    : {
        state: 'active' as const,
        next_fee_at: charged ? plus(first, FEE_TIME_MS.tone) : null,
        paused_since: null,
      };
  const melody = { account_id, melody_id, acquired_at: connected_at, renews: true, gift_id: null };
  return [
    {
      service: { account_id, connected_at, ...service },
      melody: { ...melody, paid_until, next_fee_at: charged ? paid_until : null, paused_since: null },
      setting: {
        account_id,
        setting_id: uuidv7(connected_at, dice(`tone setting ${subscriber.index}`)),
        melody_id,
        caller: null,
        minute_from: null,
        minute_to: null,
        set_at: connected_at,
      },
    },
  ];
}
