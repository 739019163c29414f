import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { csvOf, isPrivate, newRows, readResults } from '../../support/batches.ts';
import { logIn } from '../../support/http.ts';
import { usePeople } from '../../support/people.ts';
import { havePrograms } from '../../support/programs.ts';
import { openStaffSession } from '../../support/staff.ts';

const people = usePeople();
const LISA = join(import.meta.dirname, '../../../bin/lisa.js');
const ROWS = Number(process.env['BATCH_ROWS'] ?? 100);
const KILLS = Number(process.env['BATCH_KILLS'] ?? 5);

const home = mkdtempSync(join(tmpdir(), 'lisa-batch-'));
const at = (name: string) => join(home, name);
afterAll(() => rmSync(home, { recursive: true }));

/** `lisa staff issue-batch` as an office starts it, killed when so many more rows are in its journal. */
async function issue(token: string, killAfter?: number): Promise<number | null> {
  const args = [LISA, 'staff', 'issue-batch', 'people.csv', '--slips', 'slips.pdf', '--yes', '--json'];
  const env = { ...process.env, LISA_SERVER: people().cabinet.url, LISA_TOKEN: token, HOME: home };
  const child = spawn(process.execPath, args, { cwd: home, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const enough = issued() + (killAfter ?? ROWS * 2);
  while (child.exitCode === null && issued() < enough) await sleep(3);
  // Wherever it is by then: before, in or after the next request.
  if (child.exitCode === null) await sleep(randomInt(40));
  child.kill('SIGKILL');
  const [code] = await ended;
  return code;
}

/** Rows that the journal has so far. */
function issued(): number {
  const journal = at('people.results.csv.journal');
  return existsSync(journal) ? readFileSync(journal, 'utf8').split('{"issued":').length - 1 : 0;
}

async function contracts(): Promise<number> {
  const { store } = people();
  const { count } = await store.read((db) =>
    db
      .selectFrom('accounts')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('contract_number', 'like', 'B-%')
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

test(`a batch of ${ROWS} rows, killed at ${KILLS} random points, is completed by the same command without a duplicate`, {
  timeout: 3_000_000,
}, async () => {
  const { cabinet, store } = people();
  const { token } = await openStaffSession(store, {}, cabinet.clock.now());
  const rows = newRows(ROWS);
  writeFileSync(at('people.csv'), csvOf(rows));
  const points = Array.from({ length: KILLS }, () => randomInt(Math.floor(ROWS * 0.9))).toSorted(
    (a, b) => a - b,
  );
  for (const [index, point] of points.entries()) {
    expect(await issue(token, Math.max(1, point - (points[index - 1] ?? 0)))).toBeNull();
    expect(existsSync(at('people.results.csv'))).toBe(false);
  }
  const before = issued();
  expect(before).toBeLessThanOrEqual(ROWS);
  expect(await issue(token)).toBe(0);

  expect(await contracts()).toBe(ROWS);
  const results = readResults(at('people.results.csv'));
  expect(results.map(({ line, status, network_login: login }) => [line, status, login])).toEqual(
    rows.map((row, index) => [String(index + 2), 'issued', row['network_login']]),
  );
  expect(new Set(results.map(({ account }) => account)).size).toBe(ROWS);
  expect(new Set(results.map(({ one_time_password: password }) => password)).size).toBe(ROWS);
  expect([isPrivate(at('people.results.csv')), isPrivate(at('slips.pdf'))]).toEqual([true, true]);
  expect(existsSync(at('people.results.csv.journal'))).toBe(false);
  for (let index = 0; index < ROWS; index += Math.ceil(ROWS / 20)) {
    const { network_login: login = '', one_time_password: password = '' } = results[index] ?? {};
    await logIn(cabinet, { msisdn: login, password });
  }
});

test.runIf(havePrograms('pdftotext'))('the slips of all rows are pages of one file, in their order', () => {
  const pages = execFileSync('pdftotext', ['-raw', at('slips.pdf'), '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  }).split('\f');
  expect(pages.pop()).toBe('');
  const results = readResults(at('people.results.csv'));
  expect(pages).toHaveLength(ROWS);
  for (const [index, { network_login: login, one_time_password: password, account }] of results.entries())
    for (const word of [login, password, account]) expect(pages[index]).toContain(word);
});
