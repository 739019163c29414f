import { spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { addCrowd, crowdUntil, wholeBooks } from '../../cabinet/billing/crowd.ts';
import { createDatabase } from '../../support/engines.ts';
import { seededRandom } from '../../support/random.ts';
import { runSql } from '../../support/sql.ts';

const LISA = fileURLToPath(new URL('../../../bin/lisa.js', import.meta.url));
const PEOPLE = 60;
const KILLS = Number(process.env['KILLS'] ?? 5);
const NODES = 4;

function open(url: string): Store {
  return openPostgresql({ url, random: seededRandom('bill'), onConnectionError: () => {} });
}

async function inStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = open(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** `lisa cabinet bill` as its users start it; killed after so many milliseconds, when any are given. */
async function bill(database: string, killAfter?: number): Promise<number | null> {
  const args = [LISA, 'cabinet', 'bill', '--database', database, '--until', crowdUntil.toISOString()];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code] = await once(child, 'exit');
  clearTimeout(timer);
  return code;
}

describe('lisa cabinet bill on PostgreSQL, 70 days in arrears', () => {
  let filled = '';
  let undisturbed = '';

  /** A database of its own with the same crowd. */
  async function copy(): Promise<string> {
    const name = `bill_${randomUUID().replaceAll('-', '')}`;
    const { pathname } = new URL(filled);
    await runSql(url('postgres'), `create database ${name} template ${pathname.slice(1)}`);
    return url(name);
  }

  const url = (database: string) => inject('postgresUrl').replace('{database}', database);

  beforeAll(async () => {
    filled = await createDatabase();
    await inStore(filled, (store) => addCrowd(store, PEOPLE));
    const database = await copy();
    await bill(database);
    undisturbed = await inStore(database, wholeBooks);
  }, 120_000);

  it('takes every fee on its date, and leaves a sound ledger', { timeout: 120_000 }, async () => {
    expect(undisturbed.split('\n').length).toBeGreaterThan(PEOPLE * 50);
    const database = await copy();
    expect(await bill(database)).toBe(0);
    expect(await inStore(database, (store) => store.read((db) => verifyLedger(db)))).toMatchObject({
      findings: [],
    });
  });

  it(`ends with the same ledger however often it is killed in the middle, ${KILLS} times in all`, {
    timeout: 900_000,
  }, async () => {
    let pace = 200;
    let inTheMiddle = 0;
    while (inTheMiddle < KILLS) {
      const database = await copy();
      const done = async () =>
        Number((await runSql(database, 'select count(*) from ledger_transactions')).rows[0].count);
      let before = await done();
      while ((await bill(database, pace * (0.7 + randomInt(600) / 1_000))) !== 0) {
        const after = await done();
        // The program takes some time to start, on a busy machine more: the kill follows it into the work, and not too far.
        pace *= after > before ? 0.9 : 1.2;
        if (after > before) inTheMiddle += 1;
        before = after;
      }
      expect(await inStore(database, wholeBooks)).toBe(undisturbed);
    }
  });

  it(`takes each fee once when ${NODES} nodes bill at once`, { timeout: 120_000 }, async () => {
    const database = await copy();
    const codes = await Promise.all(Array.from({ length: NODES }, () => bill(database)));
    expect(codes).toEqual(Array.from({ length: NODES }, () => 0));
    expect(await inStore(database, wholeBooks)).toBe(undisturbed);
  });
});
