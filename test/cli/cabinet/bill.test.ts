import { beforeAll, expect, test } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { DAY_MS, plus } from '../../../src/shared/period.ts';
import { movableClock } from '../../support/clock.ts';
import { createDatabase } from '../../support/engines.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { seededRandom } from '../../support/random.ts';
import { type Cli, createCli } from '../../support/run-cli.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const clock = movableClock('2026-04-01T00:00:00Z');
let database: string;
let cli: Cli;

/** Two subscribers whose tariff fee of 300 ₽ was due on 15 March 2026; one of them has no money for it. */
beforeAll(async () => {
  cli = await createCli({ cabinetPort: async () => cabinet, clock });
  database = await createDatabase();
  const random = seededRandom('bill');
  const store = openPostgresql({ url: database, random, onConnectionError: () => {} });
  await addSubscriber(store, { wallet: 400_00n });
  await addSubscriber(store, { wallet: 299_99n });
  await store.close();
});

const bill = (...more: string[]) => cli.run(['cabinet', 'bill', '--database', database, ...more]);

test('a dry run tells what would be done and does nothing', async () => {
  const tried = await bill('--until', '2026-03-15T09:00:00Z', '--dry-run', '--lang', 'ru');
  expect(tried).toEqual({
    code: 0,
    stdout: 'tariff\t1\t300.00\t1\t0\n',
    stderr: 'Пробный запуск: ничего не изменено.\n',
  });
});

test('what fell due is done once, and reported by kind', async () => {
  const early = await bill('--until', '2026-03-15T08:59:59Z');
  expect(early).toMatchObject({ code: 0, stdout: '' });
  const billed = await bill('--until', '2026-03-15T09:00:00Z', '--json');
  expect(billed).toMatchObject({ code: 0, stderr: '' });
  expectGoldenKeys(billed.stdout);
  expect(JSON.parse(billed.stdout)).toMatchObject({
    until: '2026-03-15T09:00:00.000Z',
    dry_run: false,
    complete: true,
    kinds: [
      { kind: 'tariff', done: 1, amount: { amount: '300.00', currency: 'RUB' }, paused: 1, resumed: 0 },
    ],
  });
  const again = await bill('--until', '2026-03-15T09:00:00Z', '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ kinds: [] });
  const sound = await cli.run(['cabinet', 'verify', '--database', database]);
  expect(sound.code).toBe(0);
});

test('fees are not taken before their time', async () => {
  const later = plus(clock.now(), DAY_MS).toISOString();
  expect(await bill('--until', later)).toMatchObject({ code: 2, stderr: expect.stringContaining(later) });
  expect(await bill('--until', later, '--dry-run')).toMatchObject({ code: 0 });
});

test('an account that cannot be billed is named without its digits, and the others are billed', async () => {
  const store = openPostgresql({
    url: database,
    random: seededRandom('spoilt'),
    onConnectionError: () => {},
  });
  const { accountId } = await addSubscriber(store, { wallet: 900_00n });
  await addSubscriber(store, { wallet: 900_00n });
  const again = () =>
    store.transact((tx) =>
      tx
        .updateTable('lines')
        .set({ next_fee_at: new Date('2026-03-15T09:00:00Z') })
        .where('account_id', '=', accountId)
        .execute(),
    );
  expect((await bill('--until', '2026-03-15T09:00:00Z')).code).toBe(0);
  await again();
  await addSubscriber(store, { wallet: 900_00n });
  const billed = await bill('--until', '2026-03-15T09:00:00Z', '--json');
  await store.close();
  const masked = `•••${String(accountId).slice(-4)}`;
  expect(billed).toMatchObject({ code: 1, stderr: expect.stringContaining(masked) });
  expect(JSON.parse(billed.stdout)).toMatchObject({ failed: [masked], kinds: [{ kind: 'tariff', done: 1 }] });
});

test('settings that cannot be read bill nobody', async () => {
  const answer = await bill('--settings', '/nowhere/settings.json');
  expect(answer).toMatchObject({ code: 1, stderr: expect.stringContaining('--settings') });
});
