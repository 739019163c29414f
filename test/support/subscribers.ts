import { openSubscriberBooks } from '../../src/cabinet/domain/ledger/open.ts';
import { post } from '../../src/cabinet/domain/ledger/post.ts';
import { hashSecret } from '../../src/cabinet/domain/secrets/argon2.ts';
import type { LineStateColumn, TariffsTable, Writer } from '../../src/cabinet/storage/schema.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import type { Kopecks } from '../../src/shared/money.ts';
import { DAY_MS, plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';
import { seededRandom } from './random.ts';

export const PASSWORD = 'Correct-Horse-7';
export const CODEWORD = 'облако';

export interface Subscriber {
  accountId: bigint;
  msisdn: string;
  networkLogin: string;
  password: string;
}

export interface NewSubscriber {
  /** Digits; also the account number to log in with. */
  accountId?: bigint;
  msisdn?: string;
  networkLogin?: string;
  password?: string;
  codeword?: string;
  changeRequired?: boolean;
  /** Kopecks, put into the wallet by an opening transaction. */
  wallet?: Kopecks;
  tariff?: string;
  state?: LineStateColumn;
  /** `YYYY-MM-DD`; without one it is a little more than a year before `START`. */
  contractDate?: string;
}

const ACCOUNTS_FROM = 100_000_000_001n;
let inserted = 0n;

const random = seededRandom('subscribers');
const hashes = new Map<string, Promise<string>>();

/** Hashing is slow on purpose, and tests use the same secrets again and again. */
function hashOnce(secret: string): Promise<string> {
  const known = hashes.get(secret) ?? hashSecret(secret, random);
  hashes.set(secret, known);
  return known;
}

/** A subscriber of the region Asia/Yekaterinburg with the tariff `start`; every default is different each time. */
export async function addSubscriber(store: Store, wanted: NewSubscriber = {}): Promise<Subscriber> {
  const number = inserted++;
  const accountId = wanted.accountId ?? ACCOUNTS_FROM + number;
  const msisdn = wanted.msisdn ?? String(9_300_000_000n + number);
  const networkLogin = wanted.networkLogin ?? `user${number}`;
  const password = wanted.password ?? PASSWORD;
  const passwordHash = await hashOnce(password);
  const codewordHash = await hashOnce(wanted.codeword ?? CODEWORD);
  const at = plus(new Date(START), -400 * DAY_MS);
  await store.transact(async (tx) => {
    await insertCatalogue(tx);
    await insertAccount(tx, accountId, wanted.contractDate ?? '2025-01-29', at);
    await insertLine(tx, { accountId, msisdn, networkLogin, wanted, at });
    await tx
      .insertInto('credentials')
      .values({
        account_id: accountId,
        password_hash: passwordHash,
        codeword_hash: codewordHash,
        change_required: wanted.changeRequired ?? false,
        changed_at: at,
      })
      .execute();
    await openSubscriberBooks(tx, accountId);
    await openWallet(tx, accountId, wanted.wallet ?? 0n, at);
  });
  return { accountId, msisdn, networkLogin, password };
}

async function insertAccount(tx: Writer, accountId: bigint, contractDate: string, at: Date): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({
      account_id: accountId,
      contract_number: `Д-${accountId}`,
      contract_date: contractDate,
      holder: 'Иванова Анна Сергеевна',
      holder_kind: 'person',
      region_id: 66,
      created_at: at,
    })
    .execute();
}

async function insertLine(
  tx: Writer,
  line: { accountId: bigint; msisdn: string; networkLogin: string; wanted: NewSubscriber; at: Date },
): Promise<void> {
  const { accountId: account_id, msisdn, networkLogin, wanted, at } = line;
  const state = wanted.state ?? 'active';
  const block = {
    block_reason: 'lost' as const,
    blocked_at: new Date(START),
    blocked_until: plus(new Date(START), 30 * DAY_MS),
  };
  const noBlock = { block_reason: null, blocked_at: null, blocked_until: null };
  await tx
    .insertInto('lines')
    .values({
      account_id,
      msisdn,
      network_login: networkLogin,
      state,
      tariff_id: wanted.tariff ?? 'start',
      tariff_since: at,
      switched_at: null,
      next_fee_at: plus(new Date(START), 10 * DAY_MS),
      ...(state === 'blocked' ? block : noBlock),
    })
    .execute();
  await tx
    .insertInto('logins')
    .values([
      { login: String(account_id), kind: 'account', account_id },
      { login: networkLogin.toLowerCase(), kind: 'network', account_id },
      { login: msisdn, kind: 'msisdn', account_id },
    ])
    .execute();
}

async function openWallet(tx: Writer, accountId: bigint, balance: Kopecks, at: Date): Promise<void> {
  if (balance === 0n) return;
  const postings = [
    { book: 'opening', amount: -balance },
    { book: 'wallet', amount: balance },
  ] as const;
  await post(tx, { accountId, kind: 'opening', details: {}, detail: null, postings, at, random });
}

/** The region and the tariffs of `addSubscriber`; adding them twice changes nothing. */
export function addCatalogue(store: Store): Promise<void> {
  return store.transact(insertCatalogue);
}

/** One region, two tariffs to switch between and one of the archive. */
async function insertCatalogue(tx: Writer): Promise<void> {
  await tx
    .insertInto('regions')
    .values({
      region_id: 66,
      code: 'sverdlovsk',
      name_ru: 'Свердловская область',
      name_en: 'Sverdlovsk region',
      time_zone: 'Asia/Yekaterinburg',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('tariffs')
    .values([
      tariff('start', 'Старт', { fee: 300_00n, switch_price: 0n, position: 1 }),
      tariff('mega', 'Мега', { fee: 500_00n, switch_price: 100_00n, position: 2 }),
      tariff('retro', 'Ретро', { fee: 100_00n, switch_price: 0n, position: 3, open: false }),
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function tariff(tariff_id: string, name_ru: string, own: Partial<TariffsTable>): TariffsTable {
  const name_en = tariff_id[0]?.toUpperCase() + tariff_id.slice(1);
  return {
    tariff_id,
    name_ru,
    name_en,
    summary_ru: `Тариф ${name_ru}`,
    summary_en: `The tariff ${name_en}`,
    fee: 0n,
    switch_price: 0n,
    minutes: 300,
    sms: 100,
    data_megabytes: 10_240,
    rate_voice: 2_00n,
    rate_sms: 3_00n,
    rate_data: 1_50n,
    open: true,
    position: 0,
    ...own,
  };
}
