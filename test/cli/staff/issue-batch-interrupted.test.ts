import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { csvOf, newRows, readResults } from '../../support/batches.ts';
import { type Fate, type LossyProxy, startLossyProxy } from '../../support/lossy-proxy.ts';
import { usePeople } from '../../support/people.ts';
import { type Cli, createCli, type RunOptions } from '../../support/run-cli.ts';
import { openSessionOf, openStaffSession } from '../../support/staff.ts';

const people = usePeople();
const ROWS = 12;

let proxy: LossyProxy | undefined;
afterEach(() => proxy?.stop());

interface Office {
  cli: Cli;
  memberId: bigint;
  issue(options?: RunOptions, ...args: string[]): ReturnType<Cli['run']>;
  /** Rows in the journal. */
  issued(): number;
}

/** An office with a file of orders, whose way to the cabinet meets these fates; they may be changed on the way. */
async function office(fates: readonly Fate[], before?: (earlier: number) => unknown): Promise<Office> {
  const { cabinet, store } = people();
  const { memberId, token } = await openStaffSession(store, {}, cabinet.clock.now());
  proxy = await startLossyProxy(cabinet.url, fates, before);
  const cli = await createCli({ cabinet: { url: proxy.url, clock: cabinet.clock }, token });
  writeFileSync(join(cli.home, 'people.csv'), csvOf(newRows(ROWS)));
  const journal = join(cli.home, 'people.results.csv.journal');
  return {
    cli,
    memberId,
    issue: (options, ...args) => cli.run(['staff', 'issue-batch', 'people.csv', '--yes', ...args], options),
    issued: () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('{"issued":').length - 1 : 0),
  };
}

async function accounts(): Promise<number> {
  const { store } = people();
  const rows = await store.read((db) => db.selectFrom('accounts').select('account_id').execute());
  return rows.length;
}

/** Everything is there exactly once. */
async function expectComplete({ cli, issue }: Office, before: number): Promise<void> {
  expect((await issue()).code).toBe(0);
  expect(await accounts()).toBe(before + ROWS);
  const results = readResults(join(cli.home, 'people.results.csv'));
  expect(results.map(({ line, status }) => [line, status])).toEqual(
    Array.from({ length: ROWS }, (_, index) => [String(index + 2), 'issued']),
  );
  expect(new Set(results.map(({ one_time_password: password }) => password)).size).toBe(ROWS);
}

test('a connection that is lost, answers and all, ends the batch with 7; the same command completes it', async () => {
  // The check, three rows, and then the cabinet acts but is not heard any more.
  const fates: Fate[] = ['pass', 'pass', 'pass', 'pass', 'lose'];
  const before = await accounts();
  const site = await office(fates);
  const { code, stdout, stderr } = await site.issue({}, '--json');
  expect([code, stdout]).toEqual([7, '']);
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'transport_closed',
    message: expect.stringMatching(/Issued so far: 3 of 12; all of it is kept\.$/),
    hint: 'The same command goes on where this one stopped.',
  });
  expect(await accounts()).toBeGreaterThan(before + 3);
  fates.splice(0, fates.length, 'pass');
  await expectComplete(site, before);
});

test('an answer that is lost once is asked for again on the way', async () => {
  const before = await accounts();
  const site = await office(['pass', 'pass', 'lose', 'break', 'busy', 'pass']);
  await expectComplete(site, before);
});

test('a cabinet that is asked too often is given the time it wants', async () => {
  const before = await accounts();
  const site = await office(['pass', 'pass', ...Array.from({ length: 18 }, (): Fate => 'limit'), 'pass']);
  await expectComplete(site, before);
}, 30_000);

test('Ctrl-C keeps what was done and says how to go on', async () => {
  const before = await accounts();
  const fates: Fate[] = ['pass', 'pass', 'pass', 'pass', 'hang'];
  const site = await office(fates);
  const ctrlC = (async () => {
    while (site.issued() < 3) await sleep(5);
  })();
  const { code, stdout, stderr } = await site.issue({ ctrlC });
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toMatch(/Interrupted\. Issued so far: 3 of 12; all of it is kept\./);
  fates.splice(0, fates.length, 'pass');
  await expectComplete(site, before);
});

test('a session that ends in the middle ends a script with 4; in a new one the same command goes on', async () => {
  const before = await accounts();
  const { store, cabinet } = people();
  let memberId = 0n;
  let ended = false;
  const site = await office(['pass'], async (earlier) => {
    if (earlier !== 6 || ended) return;
    ended = true;
    await store.transact((tx) => tx.deleteFrom('staff_sessions').where('member_id', '=', memberId).execute());
  });
  memberId = site.memberId;
  const { code, stderr } = await site.issue({}, '--json');
  expect([code, JSON.parse(stderr)]).toEqual([
    4,
    expect.objectContaining({
      code: expect.stringMatching(/^(token_unknown|session_revoked)$/),
      hint: expect.stringContaining('Log in'),
      message: expect.stringContaining('of 12; all of it is kept.'),
    }),
  ]);
  expect(site.issued()).toBeGreaterThan(0);
  site.cli.env['LISA_TOKEN'] = await openSessionOf(store, memberId, cabinet.clock.now());
  await expectComplete(site, before);
});
