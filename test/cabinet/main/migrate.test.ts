import { expect, it } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { migrations } from '../../../src/cabinet/storage/migrations/index.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { partitionName } from '../../../src/cabinet/storage/usage/partitions.ts';
import { createDatabase } from '../../support/engines.ts';
import { seededRandom } from '../../support/random.ts';
import { runSql } from '../../support/sql.ts';
import { addSubscriber } from '../../support/subscribers.ts';

it('nodes that migrate an empty database at once run every migration once', async () => {
  const database = await createDatabase('empty');
  const nodes = await Promise.all(Array.from({ length: 4 }, () => cabinet.migrate({ database })));
  const applied = nodes.flatMap((node) => ('applied' in node ? node.applied : [node.problem]));
  expect(applied.sort()).toEqual(Object.keys(migrations));
  expect(await cabinet.migrate({ database })).toEqual({ applied: [] });
});

it('a migrated database has the partitions of this month and of a year ahead', async () => {
  const database = await createDatabase('empty');
  const months = `select count(*)::int as count, min(inhrelid::regclass::text) as first from pg_inherits
    where inhparent = 'usage_records'::regclass and inhrelid <> 'usage_records_other'::regclass`;
  const first = partitionName(new Date());
  await cabinet.migrate({ database });
  expect((await runSql(database, months)).rows).toEqual([{ count: 13, first }]);
  await runSql(database, `drop table ${first}`);
  const row = `insert into usage_records values (1, now(), 1, 'sms', 'out', null, null, 1, 'message', 0, 0, null)`;
  await runSql(database, row);
  expect(await cabinet.migrate({ database })).toEqual({ applied: [] });
  expect((await runSql(database, `select * from ${first}`)).rowCount).toBe(1);
});

it('a migrated database has a sound ledger, until somebody changes it by hand', async () => {
  const database = await createDatabase();
  const store = openPostgresql({
    url: database,
    random: seededRandom('verify'),
    onConnectionError: () => {},
  });
  const { accountId } = await addSubscriber(store, { wallet: 50_00n });
  await store.close();
  expect(await cabinet.verify({ database })).toEqual({
    accounts: 1,
    transactions: 1,
    postings: 2,
    problems: [],
    audit: { rows: 0, head: null, problems: [] },
  });
  await runSql(database, `update balances set amount = amount + 1 where book = 'wallet'`);
  expect(await cabinet.verify({ database })).toMatchObject({
    problems: [{ kind: 'balance_differs', account: String(accountId), subject: 'wallet' }],
  });
});
