import { sql } from 'kysely';
import { billAccount } from '../../src/cabinet/domain/billing/billAccount.ts';
import { moneyCameIn } from '../../src/cabinet/domain/billing/moneyCameIn.ts';
import type { BillingReport } from '../../src/cabinet/domain/billing/report.ts';
import { runBilling } from '../../src/cabinet/domain/billing/runBilling.ts';
import { post } from '../../src/cabinet/domain/ledger/post.ts';
import { defaultSettings as settings } from '../../src/cabinet/settings.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { formatAmount, type Kopecks } from '../../src/shared/money.ts';
import { formatInstant } from '../../src/shared/period.ts';
import type { CabinetUnderTest } from './describe-cabinet.ts';
import { mutating } from './mutating.ts';
import { seededRandom } from './random.ts';

const random = seededRandom('billing');
const ZONE = 'Asia/Yekaterinburg';

/** A moment of 2026 as people of the region say it: «15.03 14:00». */
export function local(moment: string): Date {
  const [, day, month, time] = /^(\d\d)\.(\d\d) (\d\d:\d\d)$/.exec(moment) ?? [];
  return new Date(`2026-${month}-${day}T${time}:00+05:00`);
}

/** A moment as a diary writes it. */
export function said(at: Date): string {
  const [, month, day, time] = /^\d+-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(formatInstant(at, ZONE)) ?? [];
  return `${day}.${month} ${time}`;
}

/** Lets the clock run until a moment, and bills. */
export function billUntil({ cabinet, store }: CabinetUnderTest, moment: string): Promise<BillingReport> {
  cabinet.clock.set(local(moment));
  return runBilling(store, { until: local(moment), settings });
}

/** Money comes into the wallet by a card at a moment, as a captured payment brings it. */
export function payIn(store: Store, accountId: bigint, amount: Kopecks, moment: string): Promise<void> {
  const at = local(moment);
  const postings = [
    { book: 'wallet', amount },
    { book: 'cash.card', amount: -amount },
  ] as const;
  const detail = { type: 'payment', service: 'Пополнение' } as const;
  return mutating(store, accountId, async (tx) => {
    await billAccount(tx, { accountId, until: at, settings });
    await post(tx, { accountId, kind: 'topup', details: {}, detail, postings, at, random });
    await moneyCameIn(tx, { accountId, at, topUp: true, settings });
  });
}

/** R13: makes bonuses fall due at a moment. */
export async function postBonusesAt(store: Store, accountId: bigint, moment: string): Promise<void> {
  await store.transact((tx) =>
    tx
      .updateTable('accounts')
      .set({ bonus_due_at: local(moment) })
      .where('account_id', '=', accountId)
      .execute(),
  );
}

/** One line for each movement of the wallet: when, what, how much of it, and what was left. */
export async function diary(store: Store, accountId: bigint): Promise<string[]> {
  const rows = await movements(store, accountId);
  return rows.map(
    ({ at, service, cost, left }) => `${said(at)} ${service} ${formatAmount(-cost)} → ${formatAmount(left)}`,
  );
}

/** The same without what recurs daily, and those apart: «06.03 14:00 – 08.03 14:00: 3 × 1.50». */
export async function story(store: Store, accountId: bigint, daily: readonly string[]) {
  const all = await diary(store, accountId);
  const rows = await movements(store, accountId);
  const runs = Object.fromEntries(
    daily.map((name) => [name, runsOf(rows.filter((row) => row.service === name))]),
  );
  return { events: all.filter((line) => !daily.some((name) => line.includes(name))), daily: runs };
}

interface Movement {
  at: Date;
  service: string;
  cost: Kopecks;
  left: Kopecks;
}

async function movements(store: Store, accountId: bigint): Promise<Movement[]> {
  const { rows } = await store.read((db) =>
    sql<Movement>`select started_at as at, service, cost, balance_after as left from usage_records
      where account_id = ${accountId} order by started_at, record_id`.execute(db),
  );
  return rows;
}

const DAY_MS = 86_400_000;

function runsOf(rows: readonly Movement[]): string[] {
  const runs: Movement[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && row.at.getTime() - last.at.getTime() === DAY_MS && row.cost === last.cost)
      run.push(row);
    else runs.push([row]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return '';
    return `${said(first.at)} – ${said(last.at)}: ${run.length} × ${formatAmount(first.cost)}`;
  });
}
