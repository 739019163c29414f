import { toWire } from '../../shared/money.ts';
import { formatInstant, SECOND_MS } from '../../shared/period.ts';
import type { NamedService, Refusal } from '../domain/outcome.ts';
import type { WireError } from './problem.ts';

interface Moment {
  now: Date;
  timeZone: string;
}

type Params<K extends Refusal['kind']> = (
  refusal: Extract<Refusal, { kind: K }>,
  moment: Moment,
) => Record<string, unknown>;

const none = () => ({});

/** Every refusal of the domain and its parameters on the wire. Codes of the contract bear the names of the kinds. */
const table: { [K in Refusal['kind']]: Params<K> } = {
  wrong_credentials: none,
  login_locked: ({ until }, { now }) => ({ retry_after_seconds: secondsBetween(now, until) }),
  recovery_required: none,
  password_too_weak: ({ reason }) => ({ reason }),
  password_unchanged: none,
  wrong_password: none,
  insufficient_funds: ({ needed, available }) => ({ needed: toWire(needed), available: toWire(available) }),
  line_blocked: none,
  line_disconnected: none,
  tariff_not_available: none,
  tariff_already_active: none,
  tariff_switch_too_soon: ({ notBefore }, { timeZone }) => ({
    not_before: formatInstant(notBefore, timeZone),
  }),
  sim_already_blocked: ({ blockedUntil }, { timeZone }) => ({
    blocked_until: formatInstant(blockedUntil, timeZone),
  }),
  sim_not_blocked: none,
  codeword_wrong: ({ attemptsLeft }) => ({ attempts_left: attemptsLeft }),
  codeword_exhausted: none,
  tone_not_found: none,
  tone_service_required: none,
  gift_recipient_not_found: none,
  gift_to_yourself: none,
  gift_already_offered: none,
  gift_not_found: none,
  gift_already_settled: ({ state }) => ({ state }),
  gift_expired: ({ expiredAt }, { timeZone }) => ({ expired_at: formatInstant(expiredAt, timeZone) }),
  tone_setting_not_found: none,
  tone_settings_full: ({ limit }) => ({ limit }),
  tone_period_invalid: none,
  tone_service_off: none,
  status_message_not_found: none,
  service_not_found: none,
  service_not_available: none,
  service_already_connected: none,
  service_not_connected: none,
  service_not_removable: none,
  service_requires: ({ services }) => ({ services: services.map(serviceToWire) }),
  service_conflicts: ({ services }) => ({ services: services.map(serviceToWire) }),
  service_required_by: ({ services }) => ({ services: services.map(serviceToWire) }),
  payment_amount_out_of_range: ({ minimum, maximum }) => ({
    minimum: toWire(minimum),
    maximum: toWire(maximum),
  }),
  payment_not_found: none,
  acquirer_unavailable: none,
  signature_invalid: none,
  bonus_insufficient: ({ needed, available }) => ({ needed: toWire(needed), available: toWire(available) }),
  promise_amount_unknown: none,
  promise_already_open: ({ dueAt }, { timeZone }) => ({ due_at: formatInstant(dueAt, timeZone) }),
  promise_tenure_too_short: ({ notBefore }, { timeZone }) => ({
    not_before: formatInstant(notBefore, timeZone),
  }),
  news_not_found: none,
  offer_not_found: none,
  offer_already_accepted: none,
  offer_expired: ({ expiredAt }, { timeZone }) => ({ expired_at: formatInstant(expiredAt, timeZone) }),
  already_enrolled: none,
  code_wrong: none,
  staff_reset_required: none,
  member_not_found: none,
  member_exists: none,
  own_member: none,
  own_line: none,
  subscriber_not_found: none,
  login_taken: ({ field }) => ({ field }),
  region_unknown: none,
  identity_mismatch: none,
  identity_locked: ({ until }, { now }) => ({ retry_after_seconds: secondsBetween(now, until) }),
  period_out_of_range: ({ earliest }, { timeZone }) => ({ earliest: formatInstant(earliest, timeZone) }),
};

/** What a client is told of a refusal; moments are written in the calendar of `timeZone`. */
export function refusalToWire(refusal: Refusal, moment: Moment): WireError {
  const params = table[refusal.kind] as Params<Refusal['kind']>;
  return { code: refusal.kind, params: params(refusal as never, moment) };
}

function serviceToWire({ service_id, name_ru, name_en }: NamedService) {
  return { id: service_id, name: { ru: name_ru, en: name_en } };
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(1, Math.ceil((to.getTime() - from.getTime()) / SECOND_MS));
}
