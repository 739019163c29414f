/**
 * What a client should do about an error, and so the exit kind of the CLI:
 * `refused` by a rule (3) · `login` needed (4) · `retry` may help (7) · `fault` of the request or the server (1).
 */
export type Remedy = 'refused' | 'login' | 'retry' | 'fault';

export interface ErrorSpec {
  status: number;
  remedy: Remedy;
  /** Names of the parameters that travel with the code, enough for a client to make its own text. */
  params: readonly string[];
}

/** Every error of the API: RFC 9457 problems with a stable `code`. Texts belong to the client. */
export const errors = {
  // The request itself.
  bad_request: { status: 400, remedy: 'fault', params: ['field', 'reason'] },
  idempotency_key_required: { status: 400, remedy: 'fault', params: [] },
  idempotency_key_reused: { status: 422, remedy: 'fault', params: [] },
  not_found: { status: 404, remedy: 'fault', params: [] },
  body_too_large: { status: 413, remedy: 'fault', params: ['limit_bytes'] },
  rate_limited: { status: 429, remedy: 'retry', params: ['retry_after_seconds'] },
  internal: { status: 500, remedy: 'retry', params: [] },
  unavailable: { status: 503, remedy: 'retry', params: [] },
  // Sessions and passwords (R1, R2, R3).
  wrong_credentials: { status: 401, remedy: 'login', params: [] },
  login_locked: { status: 429, remedy: 'login', params: ['retry_after_seconds'] },
  recovery_required: { status: 403, remedy: 'login', params: [] },
  token_missing: { status: 401, remedy: 'login', params: [] },
  token_unknown: { status: 401, remedy: 'login', params: [] },
  session_idle: { status: 401, remedy: 'login', params: ['idle_minutes'] },
  session_expired: { status: 401, remedy: 'login', params: [] },
  session_revoked: { status: 401, remedy: 'login', params: [] },
  password_change_required: { status: 403, remedy: 'login', params: [] },
  password_too_weak: { status: 422, remedy: 'refused', params: ['reason'] },
  password_unchanged: { status: 409, remedy: 'refused', params: [] },
  wrong_password: { status: 403, remedy: 'refused', params: [] },
  // Money and lines.
  insufficient_funds: { status: 409, remedy: 'refused', params: ['needed', 'available'] },
  line_blocked: { status: 409, remedy: 'refused', params: [] },
  line_disconnected: { status: 409, remedy: 'refused', params: [] },
  // Tariffs (R7).
  tariff_not_available: { status: 404, remedy: 'refused', params: [] },
  tariff_already_active: { status: 409, remedy: 'refused', params: [] },
  tariff_switch_too_soon: { status: 409, remedy: 'refused', params: ['not_before'] },
  // SIM (R9).
  sim_already_blocked: { status: 409, remedy: 'refused', params: ['blocked_until'] },
  sim_not_blocked: { status: 409, remedy: 'refused', params: [] },
  codeword_wrong: { status: 403, remedy: 'refused', params: ['attempts_left'] },
  codeword_exhausted: { status: 403, remedy: 'refused', params: [] },
  // Ring-back tones and gifts (R10, R11).
  tone_not_found: { status: 404, remedy: 'refused', params: [] },
  tone_service_required: { status: 409, remedy: 'refused', params: [] },
  gift_recipient_not_found: { status: 404, remedy: 'refused', params: [] },
  gift_to_yourself: { status: 409, remedy: 'refused', params: [] },
  gift_already_offered: { status: 409, remedy: 'refused', params: [] },
  gift_not_found: { status: 404, remedy: 'refused', params: [] },
  gift_already_settled: { status: 409, remedy: 'refused', params: ['state'] },
  gift_expired: { status: 409, remedy: 'refused', params: ['expired_at'] },
  tone_setting_not_found: { status: 404, remedy: 'refused', params: [] },
  tone_settings_full: { status: 409, remedy: 'refused', params: ['limit'] },
  tone_period_invalid: { status: 422, remedy: 'refused', params: [] },
  tone_service_off: { status: 409, remedy: 'refused', params: [] },
  status_message_not_found: { status: 404, remedy: 'refused', params: [] },
  // Services. `services` are ids with their names.
  service_not_found: { status: 404, remedy: 'refused', params: [] },
  service_not_available: { status: 409, remedy: 'refused', params: [] },
  service_already_connected: { status: 409, remedy: 'refused', params: [] },
  service_not_connected: { status: 409, remedy: 'refused', params: [] },
  service_not_removable: { status: 409, remedy: 'refused', params: [] },
  service_requires: { status: 409, remedy: 'refused', params: ['services'] },
  service_conflicts: { status: 409, remedy: 'refused', params: ['services'] },
  service_required_by: { status: 409, remedy: 'refused', params: ['services'] },
  // Card payments (R14).
  payment_amount_out_of_range: { status: 422, remedy: 'refused', params: ['minimum', 'maximum'] },
  payment_not_found: { status: 404, remedy: 'refused', params: [] },
  acquirer_unavailable: { status: 503, remedy: 'retry', params: [] },
  signature_invalid: { status: 401, remedy: 'fault', params: [] },
  card_number_refused: { status: 422, remedy: 'refused', params: ['field'] },
  // Bonuses (R13), promised payments (R12), news and offers (R15).
  bonus_insufficient: { status: 409, remedy: 'refused', params: ['needed', 'available'] },
  promise_amount_unknown: { status: 422, remedy: 'refused', params: [] },
  promise_already_open: { status: 409, remedy: 'refused', params: ['due_at'] },
  promise_tenure_too_short: { status: 409, remedy: 'refused', params: ['not_before'] },
  news_not_found: { status: 404, remedy: 'refused', params: [] },
  offer_not_found: { status: 404, remedy: 'refused', params: [] },
  offer_already_accepted: { status: 409, remedy: 'refused', params: [] },
  offer_expired: { status: 409, remedy: 'refused', params: ['expired_at'] },
  // Staff (R16).
  staff_only: { status: 403, remedy: 'login', params: [] },
  subscriber_only: { status: 403, remedy: 'refused', params: [] },
  role_forbidden: { status: 403, remedy: 'refused', params: ['role', 'allowed'] },
  enrolment_required: { status: 403, remedy: 'login', params: [] },
  already_enrolled: { status: 409, remedy: 'refused', params: [] },
  code_wrong: { status: 403, remedy: 'refused', params: [] },
  staff_reset_required: { status: 403, remedy: 'login', params: [] },
  member_not_found: { status: 404, remedy: 'refused', params: [] },
  member_exists: { status: 409, remedy: 'refused', params: [] },
  own_member: { status: 409, remedy: 'refused', params: [] },
  own_line: { status: 403, remedy: 'refused', params: [] },
  subscriber_not_found: { status: 404, remedy: 'refused', params: [] },
  login_taken: { status: 409, remedy: 'refused', params: ['field'] },
  region_unknown: { status: 422, remedy: 'refused', params: [] },
  identity_mismatch: { status: 403, remedy: 'refused', params: [] },
  identity_locked: { status: 429, remedy: 'refused', params: ['retry_after_seconds'] },
  // Call detail (R6).
  period_out_of_range: { status: 422, remedy: 'refused', params: ['earliest'] },
} as const satisfies Record<string, ErrorSpec>;

export type ErrorCode = keyof typeof errors;

/** Codes that any operation may answer with; an operation lists only its own besides these. */
export const commonErrors = [
  'bad_request',
  'not_found',
  'body_too_large',
  'rate_limited',
  'internal',
  'unavailable',
  'card_number_refused',
] as const satisfies readonly ErrorCode[];

/** Codes of every operation that needs a session. */
export const sessionErrors = [
  'token_missing',
  'token_unknown',
  'session_idle',
  'session_expired',
  'session_revoked',
  'password_change_required',
  'subscriber_only',
  'staff_only',
] as const satisfies readonly ErrorCode[];

/** Codes of every operation that support may call in a subscriber's place, besides those of a session. */
export const viewErrors = [
  'enrolment_required',
  'role_forbidden',
  'subscriber_not_found',
] as const satisfies readonly ErrorCode[];

/** Codes of every operation of the staff. */
export const staffErrors = [
  'token_missing',
  'token_unknown',
  'session_idle',
  'session_expired',
  'session_revoked',
  'enrolment_required',
  'staff_only',
  'role_forbidden',
] as const satisfies readonly ErrorCode[];

/** Codes of every mutation. */
export const mutationErrors = [
  'idempotency_key_required',
  'idempotency_key_reused',
] as const satisfies readonly ErrorCode[];

/** True when `code` is one of ours: a peer may be newer than this client. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
