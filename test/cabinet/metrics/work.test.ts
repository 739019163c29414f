import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { watchNode } from '../../../src/cabinet/http/metrics.ts';
import { billing } from '../../../src/cabinet/jobs/billing.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { ACQUIRER_KEY, CARDS, payByCard, startAcquirerProcess } from '../../support/acquirer.ts';
import { movableClock } from '../../support/clock.ts';
import { createDatabase, describeOnBothEngines } from '../../support/engines.ts';
import { scrape } from '../../support/exposition.ts';
import { ask, logIn } from '../../support/http.ts';
import { eventually } from '../../support/payments.ts';
import { seededRandom } from '../../support/random.ts';
import { serveInProcess } from '../../support/serve-process.ts';
import { enqueue } from '../../support/sms-service.ts';
import { haveSmsc, startSmsc } from '../../support/smsc.ts';
import { runSql } from '../../support/sql.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const MINUTE_S = 60;

describeOnBothEngines('what waits', (store) => {
  it('R8: what has fallen due is told with its age until it is billed, and then what became of it', async () => {
    const clock = movableClock();
    const node = watchNode('127.0.0.1:0', clock, { version: '1', node: 'v1' });
    const served = await node.serve(store());
    const rich = await addSubscriber(store(), { wallet: 1_000_00n });
    const poor = await addSubscriber(store(), { wallet: 0n });
    const due = clock.now();
    for (const { accountId } of [rich, poor]) await feeDueAt(store(), accountId, due);
    clock.advance(10 * MINUTE_S * 1000);
    const before = await scrape(served.url);
    expect(before.value('lisa_billing_overdue', { kind: 'tariff' })).toBe(2);
    expect(before.value('lisa_billing_overdue_oldest_seconds', { kind: 'tariff' })).toBe(10 * MINUTE_S);
    const { metrics } = node;
    const log = pino({ level: 'silent' });
    await billing({ store: store(), clock, settings, log, metrics }).run(AbortSignal.any([]));
    const { value } = await scrape(served.url);
    expect(value('lisa_billing_overdue', { kind: 'tariff' })).toBeUndefined();
    expect(value('lisa_billing_items_total', { kind: 'tariff', outcome: 'done' })).toBe(1);
    expect(value('lisa_billing_items_total', { kind: 'tariff', outcome: 'paused' })).toBe(1);
    expect(value('lisa_billing_failed_accounts_total')).toBe(0);
    await served.close();
  });

  it('messages that wait are told with the age of the oldest', async () => {
    const clock = movableClock();
    const served = await watchNode('127.0.0.1:0', clock, { version: '1', node: 'v1' }).serve(store());
    const { accountId, msisdn } = await addSubscriber(store());
    await enqueue(store(), accountId, [
      { msisdn, text: 'one', at: clock.now() },
      { msisdn, text: 'two', at: clock.now() },
    ]);
    clock.advance(90_000);
    const { value } = await scrape(served.url);
    expect(value('lisa_sms_waiting', { state: 'queued' })).toBe(2);
    expect(value('lisa_sms_waiting_oldest_seconds', { state: 'queued' })).toBe(90);
    await served.close();
  });
});

function feeDueAt(store: Store, accountId: bigint, at: Date): Promise<unknown> {
  return store.transact((tx) =>
    tx.updateTable('lines').set({ next_fee_at: at }).where('account_id', '=', accountId).execute(),
  );
}

it('an account that cannot be billed is counted, and stays overdue', async () => {
  const database = await createDatabase();
  const store = openPostgresql({
    url: database,
    random: seededRandom('failing'),
    onConnectionError: () => {},
  });
  const clock = movableClock();
  const node = watchNode('127.0.0.1:0', clock, { version: '1', node: 'v1' });
  const served = await node.serve(store);
  const { accountId } = await addSubscriber(store, { wallet: 1_000_00n });
  await feeDueAt(store, accountId, clock.now());
  await runSql(database, `alter table balances add check (book <> 'wallet' or amount = 100000)`);
  clock.advance(1000);
  const log = pino({ level: 'silent' });
  const job = billing({ store, clock, settings, log, metrics: node.metrics });
  await job.run(AbortSignal.any([]));
  const { value } = await scrape(served.url);
  expect(value('lisa_billing_failed_accounts_total')).toBe(1);
  expect(value('lisa_billing_overdue', { kind: 'tariff' })).toBe(1);
  await served.close();
  await store.close();
});

it('R14: a payment is open until its end, which is counted once', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lisa-metrics-'));
  await writeFile(join(folder, 'key'), `${ACQUIRER_KEY}\n`);
  const database = await createDatabase();
  const store = openPostgresql({ url: database, random: seededRandom('paid'), onConnectionError: () => {} });
  const ann = await addSubscriber(store);
  await store.close();
  const acquirer = await startAcquirerProcess();
  const node = await serveInProcess({
    database,
    acquirer: acquirer.url,
    acquirerKeyFile: join(folder, 'key'),
    publicUrl: 'http://127.0.0.1:1',
    metrics: '127.0.0.1:0',
  });
  const token = await logIn(node, ann);
  const body = { amount: { amount: '100.00', currency: 'RUB' } };
  const created = await ask(node, '/v1/payments', { method: 'POST', token, body });
  expect((await scrape(node.metrics)).value('lisa_payments_open', { state: 'pending' })).toBe(1);
  await payByCard(created.body.checkout_url, CARDS.mir);
  const captured = { outcome: 'captured' };
  const after = await eventually(async () => {
    const told = await scrape(node.metrics);
    return told.value('lisa_payment_enquiries_total', captured) === undefined ? undefined : told;
  });
  expect(after.value('lisa_payment_enquiries_total', captured)).toBe(1);
  expect(after.value('lisa_payments_open', { state: 'pending' })).toBeUndefined();
  expect(after.value('lisa_job_turns_total', { job: 'payments', result: 'ok' })).toBeGreaterThan(0);
  node.process.kill();
  await node.exit;
  await acquirer.remove();
  await rm(folder, { recursive: true });
});

it.runIf(haveSmsc)(
  'a short-message service that goes is told, and so are the messages that it took',
  { timeout: 60_000 },
  async () => {
    const database = await createDatabase();
    const store = openPostgresql({ url: database, random: seededRandom('sms'), onConnectionError: () => {} });
    const smsc = await startSmsc();
    const { accountId, msisdn } = await addSubscriber(store);
    await enqueue(store, accountId, [{ msisdn, text: 'one' }]);
    const node = await serveInProcess({
      database,
      smpp: smsc.url,
      smppPasswordFile: smsc.passwordFile,
      metrics: '127.0.0.1:0',
    });
    const until = (
      wanted: (value: (name: string, labels?: Record<string, string>) => number | undefined) => boolean,
    ) =>
      eventually(async () => {
        const { value } = await scrape(node.metrics);
        return wanted(value) ? value : undefined;
      });
    const value = await until((told) => told('lisa_sms_receipts_total', { state: 'delivered' }) === 1);
    expect(value('lisa_smsc_bound')).toBe(1);
    expect(value('lisa_sms_parts_total', { outcome: 'accepted' })).toBe(1);
    await smsc.kill();
    await until((told) => told('lisa_smsc_bound') === 0);
    node.process.kill();
    await node.exit;
    await store.close();
  },
);
