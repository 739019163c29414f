import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import { bonusExpiry, bonusFor, bonusPercent } from '../../domain/bonus/rules.ts';
import { uuidv7 } from '../../domain/identifiers.ts';
import type { Posting, TransactionKind } from '../../domain/ledger/rules.ts';
import { packagesOf } from '../../domain/tariffs/rules.ts';
import { movementNames } from '../../domain/usage/movements.ts';
import type { Packages } from '../../domain/usage/rating.ts';
import { defaultSettings } from '../../settings.ts';
import type { LedgerEntry } from '../../storage/ledger/bulk.ts';
import type { TariffsTable, UsageRecordsTable } from '../../storage/schema.ts';
import type { BonusLotsTable } from '../../storage/schema-catalogues.ts';
import type { CardPaymentsTable } from '../../storage/schema-payments.ts';
import type { Dice } from './dice.ts';
import type { Subscriber } from './subscribers.ts';

/** A line as its history goes on. */
export interface LineState {
  subscriber: Subscriber;
  /** `YYYY-MM-DD`. */
  contractDate: string;
  chance: Dice;
  tariff: TariffsTable;
  wallet: Kopecks;
  packages: Packages;
  /** When the current packages began; null while the fee is not paid (R8). */
  paidSince: Date | null;
  /** Charged usage of the day, posted to the ledger at its end. */
  unposted: Kopecks;
  /** Spending of this calendar month and of the one before, for the bonus (R13). */
  spent: Kopecks;
  spentLastMonth: Kopecks;
  bonus: Kopecks;
  rows: UsageRecordsTable[];
  ledger: LedgerEntry[];
  payments: CardPaymentsTable[];
  bonusLots: BonusLotsTable[];
  /** Services and tones whose last fee could not be taken. */
  paused: Set<string>;
}

export const NO_PACKAGES: Packages = { voice: 0n, sms: 0n, data: 0n };

/** Adds a row of detail and takes its cost from the wallet. */
export function record(
  line: LineState,
  row: Pick<UsageRecordsTable, 'started_at' | 'type' | 'cost'> & Partial<UsageRecordsTable>,
): void {
  line.wallet -= row.cost;
  line.rows.push({
    direction: null,
    counterpart: null,
    place: null,
    volume: 1n,
    unit: 'item',
    service: null,
    ...row,
    account_id: line.subscriber.accountId,
    record_id: BigInt(line.rows.length + 1),
    balance_after: line.wallet,
  });
}

/** Adds a movement to the ledger; the wallet itself is changed by `record`. Answers its id. */
export function enter(
  line: LineState,
  at: Date,
  kind: TransactionKind,
  postings: Posting[],
  details: Record<string, string> = {},
): string {
  const transaction_id = uuidv7(at, line.chance);
  const account_id = line.subscriber.accountId;
  line.ledger.push({ account_id, transaction_id, kind, details, created_at: at, postings });
  return transaction_id;
}

/** A fee: a row of detail and a transaction. */
export function charge(
  line: LineState,
  at: Date,
  fee: {
    kind: TransactionKind;
    book: 'revenue.tariff' | 'revenue.tone' | 'revenue.service';
    cost: Kopecks;
    service: string;
    details: Record<string, string>;
  },
): void {
  if (fee.cost === 0n) return;
  const postings: Posting[] = [
    { book: 'wallet', amount: -fee.cost },
    { book: fee.book, amount: fee.cost },
  ];
  enter(line, at, fee.kind, postings, fee.details);
  record(line, { started_at: at, type: 'service', cost: fee.cost, service: fee.service });
  line.spent += fee.cost;
}

/** R8: the fee begins new packages; a wallet that is short leaves the line without any. */
export function takeTariffFee(line: LineState, at: Date): void {
  const { tariff } = line;
  if (tariff.fee > line.wallet) {
    line.paidSince = null;
    line.packages = NO_PACKAGES;
    return;
  }
  const service = movementNames.tariffFee(tariff.name_ru);
  const details = { tariff: tariff.tariff_id };
  charge(line, at, { kind: 'tariff_fee', book: 'revenue.tariff', cost: tariff.fee, service, details });
  beginPackages(line, at);
}

export function beginPackages(line: LineState, at: Date): void {
  line.paidSince = at;
  const initial = Object.fromEntries(packagesOf(line.tariff).map((each) => [each.usage_type, each.initial]));
  line.packages = { ...NO_PACKAGES, ...initial };
}

/** R13: a share of the last month's spending, by tenure. */
export function grantBonus(line: LineState, at: Date): void {
  const { time_zone } = line.subscriber.region;
  const amount = bonusFor(
    line.spentLastMonth,
    bonusPercent(line.contractDate, at, time_zone, defaultSettings),
  );
  if (amount === 0n) return;
  line.bonus += amount;
  const lot_id = uuidv7(at, line.chance);
  const account_id = line.subscriber.accountId;
  const expires_at = bonusExpiry(at, time_zone, defaultSettings);
  line.bonusLots.push({ account_id, lot_id, initial: amount, remaining: amount, granted_at: at, expires_at });
  enter(line, at, 'bonus_posting', [
    { book: 'bonus', amount },
    { book: 'bonus.issued', amount: -amount },
  ]);
  record(line, { started_at: at, type: 'bonus', direction: 'in', cost: 0n, service: movementNames.bonus() });
}

/** When the packages of the line end; null while there are none. */
export function packagesUntil(line: LineState): Date | null {
  return line.paidSince && plus(line.paidSince, defaultSettings.tariffPeriodMs);
}
