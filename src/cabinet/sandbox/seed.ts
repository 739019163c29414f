import type { Random } from '../../shared/clock.ts';
import { DAY_MS, plus } from '../../shared/period.ts';
import { subscriberBooks } from '../domain/ledger/rules.ts';
import { hashSecret } from '../domain/secrets/argon2.ts';
import { normaliseCodeword } from '../domain/sim/rules.ts';
import { enqueueSms } from '../domain/sms/enqueue.ts';
import { sealTotp } from '../domain/staff/sealedTotp.ts';
import { insertRows } from '../storage/bulk.ts';
import { insertEntries } from '../storage/ledger/bulk.ts';
import type { Database, Writer } from '../storage/schema.ts';
import { insertMember } from '../storage/staff/members.ts';
import type { Store } from '../storage/store.ts';
import { ensureMonths } from '../storage/usage/partitions.ts';
import { insertUsage } from '../storage/usage/writer.ts';
import { demo } from './credentials.ts';
import { buildDataSet, type DataSet } from './data/data-set.ts';
import { regions } from './data/regions.ts';
import { STAFF_PASSWORD, seededSecret, staffMembers } from './data/staff.ts';

export interface SeedOptions {
  /** The moment at which the sandbox begins. */
  at: Date;
  random: Random;
  /** Told the fraction that is done. */
  onProgress?: (fraction: number) => void;
}

/** What building the data set is of the whole work. */
const BUILDING = 0.2;

/**
 * Fills an empty, migrated database with the sandbox's data, in one transaction: a seeding that is killed leaves nothing.
 * Every subscriber has the documented password and codeword, every member of the staff theirs.
 */
export async function seed(store: Store, { at, random, onProgress = () => {} }: SeedOptions): Promise<void> {
  const data = buildDataSet(at, (fraction) => onProgress(fraction * BUILDING));
  const secrets = {
    password_hash: await hashSecret(demo.password, random),
    codeword_hash: await hashSecret(normaliseCodeword(demo.codeword), random),
    change_required: false,
    changed_at: at,
  };
  const credentials = data.lines.map(({ subscriber }) => ({ account_id: subscriber.accountId, ...secrets }));
  const staff = await seededStaff(at, random);
  const steps = [
    ...fillingSteps({ ...data, tables: { ...data.tables, credentials } }, at),
    ...staff.map((member) => (tx: Writer) => insertMember(tx, member)),
  ];
  await store.transact(async (tx) => {
    for (const [index, step] of steps.entries()) {
      onProgress(BUILDING + (1 - BUILDING) * (index / steps.length));
      await step(tx);
    }
  });
  onProgress(1);
}

/** Members who have enrolled long ago, with the password and the authenticators that every sandbox has. */
async function seededStaff(at: Date, random: Random) {
  const password_hash = await hashSecret(STAFF_PASSWORD, random);
  return Promise.all(
    staffMembers.map(async ({ region, ownLines, ...member }) => ({
      ...member,
      region_id: regions.find(({ code }) => code === region)?.region_id ?? null,
      own_lines: [...ownLines],
      state: 'active' as const,
      password_hash,
      password_expires_at: null,
      totp_sealed: await sealTotp(seededSecret(member.login), STAFF_PASSWORD, random),
      created_at: plus(at, -90 * DAY_MS),
      last_login_at: null,
    })),
  );
}

function fillingSteps({ lines, tables, sms }: DataSet, at: Date): ((tx: Writer) => Promise<void>)[] {
  const names = Object.keys(tables) as (keyof Database)[];
  const books = lines.flatMap(({ subscriber }) =>
    subscriberBooks.map((book) => ({ account_id: subscriber.accountId, book, amount: 0n })),
  );
  const earliest = new Date(
    Math.min(...lines.map((line) => line.rows[0]?.started_at.getTime() ?? at.getTime())),
  );
  const entries = lines.flatMap((line) => line.ledger);
  return [
    ...names.map((name) => (tx: Writer) => insertRows(tx, name, tables[name] ?? [])),
    (tx) => insertRows(tx, 'balances', books),
    (tx) => insertEntries(tx, entries, subscriberBooks),
    (tx) =>
      insertRows(
        tx,
        'card_payments',
        lines.flatMap((line) => line.payments),
      ),
    (tx) =>
      insertRows(
        tx,
        'bonus_lots',
        lines.flatMap((line) => line.bonusLots),
      ),
    ...sms.map((message) => (tx: Writer) => enqueueSms(tx, message)),
    (tx) => ensureMonths(tx, earliest, at),
    ...lines.map((line) => (tx: Writer) => insertUsage(tx, line.rows)),
  ];
}
