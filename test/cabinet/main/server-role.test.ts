import { expect, it } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { createDatabase } from '../../support/engines.ts';
import { asServer, SERVER_ROLE } from '../../support/server-role.ts';
import { runSql } from '../../support/sql.ts';

const quiet = { listen: '127.0.0.1:0', behindProxy: false, log: process.stderr, onReady: () => {} };
const without = { tlsCert: undefined, tlsKey: undefined, settingsFile: undefined };

it('a cabinet does not serve under a role that could change the audit trail (R16)', async () => {
  const database = await createDatabase();
  expect(await cabinet.serve({ ...quiet, ...without, database })).toEqual({
    problem: 'audit_unprotected',
    detail: 'UPDATE, DELETE, TRUNCATE',
  });
});

it('the role that migrate lets in adds to the audit trail and cannot change it, trigger or not', async () => {
  const database = await createDatabase('empty');
  const nodes = await Promise.all(
    Array.from({ length: 3 }, () => cabinet.migrate({ database, serverRole: SERVER_ROLE })),
  );
  expect(nodes.every((node) => 'applied' in node)).toBe(true);
  const server = asServer(database);
  await runSql(
    server,
    `insert into staff_audit (sequence, at, action, result, dry_run, hash)
       values (1, now(), 'login', 'done', false, decode(repeat('00', 32), 'hex'))`,
  );
  await runSql(database, 'alter table staff_audit disable trigger all');
  for (const change of [
    "update staff_audit set result = 'x'",
    'delete from staff_audit',
    'truncate staff_audit',
    'alter table staff_audit disable trigger all',
    'drop table staff_audit',
  ]) {
    await expect(runSql(server, change)).rejects.toThrow(/permission denied|must be owner/);
  }
});

it('a role that does not exist is told before anything is migrated', async () => {
  const database = await createDatabase('empty');
  expect(await cabinet.migrate({ database, serverRole: 'nobody' })).toEqual({
    problem: 'role_unknown',
    detail: 'nobody',
  });
  expect((await runSql(database, "select to_regclass('accounts') as there")).rows).toEqual([{ there: null }]);
});
