import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { billAccount } from '../../../src/cabinet/domain/billing/billAccount.ts';
import { runBilling } from '../../../src/cabinet/domain/billing/runBilling.ts';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { DAY_MS, plus } from '../../../src/shared/period.ts';
import { diary } from '../../support/billing.ts';
import { START } from '../../support/clock.ts';
import { describeOnBothEngines, openStore } from '../../support/engines.ts';
import { mutating } from '../../support/mutating.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { addSubscriber } from '../../support/subscribers.ts';
import { addLineMelodies, addMelodies, addToneService } from '../../support/tones.ts';

const PEOPLE = [700_00n, 320_00n, 299_99n, 0n];
const END = plus(new Date(START), 70 * DAY_MS);

/** Four subscribers with a tariff, services and melodies, and money for all of it, some, or none. */
async function settle(store: Store): Promise<bigint[]> {
  await addMelodies(store);
  await addServices(store);
  const ids: bigint[] = [];
  for (const [index, wallet] of PEOPLE.entries()) {
    const accountId = 800_000_000n + BigInt(index);
    await addSubscriber(store, { accountId, msisdn: String(9_200_000_000 + index), wallet });
    await giveServices(store, accountId, { extra: 'active', guard: 'active' });
    await addToneService(store, accountId);
    await addLineMelodies(store, accountId, { kalinka: 3, star: 20 });
    ids.push(accountId);
  }
  return ids;
}

/** Every row that billing writes, ids included. */
async function rowsOf(store: Store): Promise<string[]> {
  const { rows } = await store.read((db) =>
    sql<{ row: string }>`
      select row(t.*)::text as row from ledger_transactions t where kind <> 'opening'
      union all select row(p.*)::text from postings p join ledger_transactions t using (account_id, transaction_id)
        where t.kind <> 'opening'
      union all select row(b.*)::text from balances b
      union all select row(u.*)::text from usage_records u
      union all select row(b.*)::text from buckets b
      union all select row(account_id, next_fee_at, fee_unpaid_since, state)::text from lines
      union all select row(s.*)::text from line_services s
      union all select row(s.*)::text from tone_services s
      union all select row(m.*)::text from line_melodies m
      order by 1`.execute(db),
  );
  return rows.map(({ row }) => row);
}

const run = (store: Store, until: Date, more: { batch?: number; dryRun?: boolean } = {}) =>
  runBilling(store, { until, settings, ...more });

describeOnBothEngines('a run of billing', (store, engine) => {
  it('over seventy days does to the row what runs of every day do', { timeout: 300_000 }, async () => {
    await settle(store());
    const other = await openStore(engine);
    await settle(other);
    const tried = await run(store(), END, { dryRun: true });
    expect(await rowsOf(store())).toEqual(await rowsOf(other));
    const jumped = await run(store(), END);
    expect(tried).toEqual(jumped);
    for (let day = 1; day <= 70; day += 1)
      await run(other, plus(new Date(START), day * DAY_MS), { batch: 3 });
    expect(await rowsOf(other)).toEqual(await rowsOf(store()));
    await other.close();
    expect((await store().read((db) => verifyLedger(db))).findings).toEqual([]);
  });

  it('finds nothing to do after itself', async () => {
    const before = await rowsOf(store());
    expect(await run(store(), END)).toEqual([]);
    expect(await run(store(), plus(END, -30 * DAY_MS))).toEqual([]);
    expect(await rowsOf(store())).toEqual(before);
  });

  it('of one account does nothing for the others', async () => {
    const [ann, bob] = await Promise.all([1, 2].map(() => addSubscriber(store(), { wallet: 400_00n })));
    if (!ann || !bob) throw new Error('nobody');
    const { accountId } = ann;
    await mutating(store(), accountId, (tx) => billAccount(tx, { accountId, until: END, settings }));
    expect(await diary(store(), accountId)).toEqual([
      '15.03 14:00 Абонентская плата «Старт» -300.00 → 100.00',
    ]);
    expect(await diary(store(), bob.accountId)).toEqual([]);
    expect(await run(store(), END)).toMatchObject([{ kind: 'tariff', done: 1, amount: 300_00n, paused: 1 }]);
  });

  it('that is stopped is ended by the next one', async () => {
    for (let count = 0; count < 3; count += 1) await addSubscriber(store(), { wallet: 300_00n });
    const stopping = new AbortController();
    const until = plus(new Date(START), 10 * DAY_MS);
    const stop = () => stopping.abort();
    const first = await runBilling(store(), {
      until,
      settings,
      batch: 1,
      signal: stopping.signal,
      onProgress: stop,
    });
    expect(first).toMatchObject([{ kind: 'tariff', done: 1 }]);
    expect(await run(store(), until)).toMatchObject([{ kind: 'tariff', done: 2 }]);
  });

  it('cannot take a fee twice: the second would have the id of the first', async () => {
    const { accountId } = await addSubscriber(store(), { wallet: 900_00n });
    const until = plus(new Date(START), 10 * DAY_MS);
    await run(store(), until);
    await store().transact((tx) =>
      sql`update lines set next_fee_at = ${until} where account_id = ${accountId}`.execute(tx),
    );
    await expect(run(store(), until)).rejects.toThrow('ledger_transactions_pkey');
    expect(await diary(store(), accountId)).toHaveLength(1);
  });

  it('leaves only the account behind that cannot be billed, and tells of it', async () => {
    const until = plus(new Date(START), 10 * DAY_MS);
    const spoilt: bigint[] = [];
    const sound: bigint[] = [];
    for (let count = 0; count < 7; count += 1) {
      const { accountId } = await addSubscriber(store(), { wallet: 900_00n });
      (count === 2 || count === 5 ? spoilt : sound).push(accountId);
    }
    for (const accountId of spoilt) {
      await mutating(store(), accountId, (tx) => billAccount(tx, { accountId, until, settings }));
      await store().transact((tx) =>
        sql`update lines set next_fee_at = ${until} where account_id = ${accountId}`.execute(tx),
      );
    }
    const told: bigint[] = [];
    const onFailure = (accountId: bigint, error: unknown) => {
      expect(String(error)).toContain('ledger_transactions_pkey');
      told.push(accountId);
    };
    const tried = await runBilling(store(), { until, settings, onFailure, dryRun: true });
    expect(told.splice(0)).toEqual(expect.arrayContaining(spoilt));
    const report = await runBilling(store(), { until, settings, onFailure });
    expect(report).toMatchObject([{ kind: 'tariff', done: 5 }]);
    expect(tried).toEqual(report);
    expect(told).toEqual(expect.arrayContaining(spoilt));
    for (const accountId of told) expect(sound).not.toContain(accountId);
    for (const accountId of sound) expect(await diary(store(), accountId)).toHaveLength(1);
    expect((await store().read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
