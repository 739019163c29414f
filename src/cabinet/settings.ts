import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/period.ts';

/** R12: what can be lent and what it costs. */
export interface PromiseOption {
  amount: bigint;
  fee: bigint;
}

/** R13: percent of spending, from so many months of tenure on. */
export interface BonusRate {
  fromMonths: number;
  percent: number;
}

/** The rules' numbers (product.md R1–R16). Durations are milliseconds, money is kopecks. */
export interface Settings {
  /** R2: a session ends after this long without an action. */
  sessionIdleMs: number;
  /** R2: a session ends this long after login, however much it is used. */
  sessionLifetimeMs: number;
  /** R3: wrong passwords in a row before a lock. */
  loginTries: number;
  loginLockMs: number;
  /** R3: locks in a row before only a recovery by SMS helps. */
  loginLocks: number;
  /** R6: how long call detail is kept, in months. */
  detailMonths: number;
  /** R6: what a list shows when no period is given. */
  detailDefaultMs: number;
  /** R7. */
  tariffSwitchEveryMs: number;
  /** R8. */
  tariffPeriodMs: number;
  /** R9. */
  simBlockMs: number;
  simUnblockTries: number;
  /** R10: of the tone service, from its second day on. */
  toneDailyFee: bigint;
  /** R10, R11: what a melody is paid for. */
  melodyPeriodMs: number;
  /** R11. */
  giftOfferMs: number;
  /** R11: wrong codes by SMS that a line may send in a day. */
  giftCodeTries: number;
  /** R10: rules of who hears what, of one line. */
  toneSettings: number;
  /** R12: how long a promised payment lasts, and the months after which it is given. */
  promiseMs: number;
  promiseTenureMonths: number;
  promises: readonly PromiseOption[];
  /** R13: the day of the month on which bonuses are posted, and how many months a lot lasts. */
  bonusPostingDay: number;
  bonusMonths: number;
  /** R13: the first from the beginning on, each later one after more months. */
  bonusRates: readonly BonusRate[];
  /** R14: card payments. */
  paymentMinimum: bigint;
  paymentMaximum: bigint;
  /** R4: a one-time password is valid this long, and asked for at most so often. */
  oneTimePasswordMs: number;
  recoveryEveryMs: number;
  recoveriesPerDay: number;
  /** Wrong one-time passwords before it is worthless: no chance for guesses, and too many for whoever only wants to spoil it. */
  oneTimePasswordTries: number;
  /** R16: documents and codewords of an account that members of the staff may name wrongly in a row, and the lock after that. */
  identityTries: number;
  identityLockMs: number;
  /** The same message from the same number within this time is taken for one that was delivered twice. */
  smsRepeatMs: number;
  /** Whether a message arrived is unknown when its answer was lost: this long a receipt is waited for, then it is sent again. */
  smsUncertainMs: number;
  /** How often a message is tried before it has failed. */
  smsAttempts: number;
  /** How long the log of messages is kept. */
  smsKeptMs: number;
  /** SMPP: messages that are under way without an answer, at most. */
  smppWindow: number;
  /** SMPP: how long an answer is waited for, and the quiet after which the connection is tried. */
  smppAnswerMs: number;
  smppEnquireMs: number;
  /** Requests that one address may send in a minute, and logins among them. */
  requestsPerMinute: number;
  loginsPerMinute: number;
}

export const defaultSettings: Settings = {
  sessionIdleMs: 15 * MINUTE_MS,
  sessionLifetimeMs: 12 * HOUR_MS,
  loginTries: 5,
  loginLockMs: 15 * MINUTE_MS,
  loginLocks: 3,
  detailMonths: 36,
  detailDefaultMs: 30 * DAY_MS,
  tariffSwitchEveryMs: 30 * DAY_MS,
  tariffPeriodMs: 30 * DAY_MS,
  simBlockMs: 30 * DAY_MS,
  simUnblockTries: 5,
  toneDailyFee: 150n,
  melodyPeriodMs: 30 * DAY_MS,
  giftOfferMs: DAY_MS,
  giftCodeTries: 5,
  toneSettings: 50,
  promiseMs: 3 * DAY_MS,
  promiseTenureMonths: 3,
  promises: [
    { amount: 50_00n, fee: 7_00n },
    { amount: 100_00n, fee: 12_00n },
    { amount: 300_00n, fee: 30_00n },
  ],
  bonusPostingDay: 10,
  bonusMonths: 12,
  bonusRates: [
    { fromMonths: 0, percent: 5 },
    { fromMonths: 6, percent: 8 },
    { fromMonths: 12, percent: 10 },
    { fromMonths: 24, percent: 12 },
    { fromMonths: 36, percent: 15 },
  ],
  paymentMinimum: 1_000n,
  paymentMaximum: 1_500_000n,
  oneTimePasswordMs: DAY_MS,
  recoveryEveryMs: 45 * SECOND_MS,
  recoveriesPerDay: 5,
  oneTimePasswordTries: 10_000,
  identityTries: 5,
  identityLockMs: 15 * MINUTE_MS,
  smsRepeatMs: 30 * SECOND_MS,
  smsUncertainMs: 5 * MINUTE_MS,
  smsAttempts: 50,
  smsKeptMs: 180 * DAY_MS,
  smppWindow: 10,
  smppAnswerMs: 30 * SECOND_MS,
  smppEnquireMs: 30 * SECOND_MS,
  requestsPerMinute: 6_000,
  loginsPerMinute: 300,
};
