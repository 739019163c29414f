import type { Kopecks } from '../../shared/money.ts';

/** Everything a rule can refuse, with the facts behind it. HTTP codes and texts are made elsewhere. */
export type Refusal =
  | { kind: 'wrong_credentials' }
  | { kind: 'login_locked'; until: Date }
  | { kind: 'recovery_required' }
  | { kind: 'password_too_weak'; reason: Weakness }
  | { kind: 'password_unchanged' }
  | { kind: 'wrong_password' }
  | { kind: 'insufficient_funds'; needed: Kopecks; available: Kopecks }
  | { kind: 'line_blocked' }
  | { kind: 'line_disconnected' }
  | { kind: 'tariff_not_available' }
  | { kind: 'tariff_already_active' }
  | { kind: 'tariff_switch_too_soon'; notBefore: Date }
  | { kind: 'sim_already_blocked'; blockedUntil: Date }
  | { kind: 'sim_not_blocked' }
  | { kind: 'codeword_wrong'; attemptsLeft: number }
  | { kind: 'codeword_exhausted' }
  | { kind: 'tone_not_found' }
  | { kind: 'tone_service_required' }
  | { kind: 'gift_recipient_not_found' }
  | { kind: 'gift_to_yourself' }
  | { kind: 'gift_already_offered' }
  | { kind: 'gift_not_found' }
  | { kind: 'gift_already_settled'; state: 'accepted' | 'refused' | 'expired' }
  | { kind: 'gift_expired'; expiredAt: Date }
  | { kind: 'tone_setting_not_found' }
  | { kind: 'tone_settings_full'; limit: number }
  | { kind: 'tone_period_invalid' }
  | { kind: 'tone_service_off' }
  | { kind: 'status_message_not_found' }
  | { kind: 'service_not_found' }
  | { kind: 'service_not_available' }
  | { kind: 'service_already_connected' }
  | { kind: 'service_not_connected' }
  | { kind: 'service_not_removable' }
  | { kind: 'service_requires'; services: readonly NamedService[] }
  | { kind: 'service_conflicts'; services: readonly NamedService[] }
  | { kind: 'service_required_by'; services: readonly NamedService[] }
  | { kind: 'payment_amount_out_of_range'; minimum: Kopecks; maximum: Kopecks }
  | { kind: 'payment_not_found' }
  | { kind: 'acquirer_unavailable' }
  | { kind: 'signature_invalid' }
  | { kind: 'bonus_insufficient'; needed: Kopecks; available: Kopecks }
  | { kind: 'promise_amount_unknown' }
  | { kind: 'promise_already_open'; dueAt: Date }
  | { kind: 'promise_tenure_too_short'; notBefore: Date }
  | { kind: 'news_not_found' }
  | { kind: 'offer_not_found' }
  | { kind: 'offer_already_accepted' }
  | { kind: 'offer_expired'; expiredAt: Date }
  | { kind: 'already_enrolled' }
  | { kind: 'code_wrong' }
  | { kind: 'staff_reset_required' }
  | { kind: 'member_not_found' }
  | { kind: 'member_exists' }
  | { kind: 'own_member' }
  | { kind: 'own_line' }
  | { kind: 'subscriber_not_found' }
  | { kind: 'login_taken'; field: 'account_id' | 'msisdn' | 'network_login' }
  | { kind: 'region_unknown' }
  | { kind: 'identity_mismatch' }
  | { kind: 'identity_locked'; until: Date }
  | { kind: 'period_out_of_range'; earliest: Date };

/** A service that stands in the way of another, by its names in the catalogue. */
export interface NamedService {
  service_id: string;
  name_ru: string;
  name_en: string;
}

export type Weakness =
  | 'too_short'
  | 'too_long'
  | 'bad_characters'
  | 'no_digit'
  | 'no_capital'
  | 'contains_login';

/** What a domain operation returns: a value, or a refusal. Both are kept under the idempotency key. */
export type Outcome<T> = { ok: true; value: T } | Refused;

export type Refused = { ok: false; refusal: Refusal };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(refusal: Refusal): Refused {
  return { ok: false, refusal };
}

/** The same outcome with its value in another shape. */
export function mapDone<T, U>(outcome: Outcome<T>, shape: (value: T) => U): Outcome<U> {
  return outcome.ok ? done(shape(outcome.value)) : outcome;
}
