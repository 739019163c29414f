import { expect, test } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { createDatabase } from '../../support/engines.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { createCli } from '../../support/run-cli.ts';
import { readPiped } from '../../support/shown.ts';

test('a sound ledger is counted and called sound', async () => {
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  const database = await createDatabase();
  const verified = await run(['cabinet', 'verify', '--database', database, '--json']);
  expect(verified).toMatchObject({ code: 0, stderr: 'The ledger and the audit trail are sound.\n' });
  expectGoldenKeys(verified.stdout);
  expect(JSON.parse(verified.stdout)).toMatchObject({ sound: true, problems: [] });
});

test('each disagreement is shown, and the exit says so', async () => {
  const problems = [
    { kind: 'book_missing', account: '500000001', subject: 'hold' },
    { kind: 'balance_differs', account: '500000001', subject: 'wallet' },
    { kind: 'unbalanced_transaction', account: '500000002', subject: '01a2' },
  ] as const;
  const audit = { rows: 4, head: null, problems: [{ kind: 'changed', sequence: '3' }] } as const;
  const verify = async () => ({ accounts: 2, transactions: 3, postings: 6, problems, audit });
  const { run } = await createCli({ cabinetPort: async () => ({ ...cabinet, verify }) });
  const verified = await run(['cabinet', 'verify', '--database', 'postgres:///lisa', '--lang', 'ru']);
  expect(verified).toMatchObject({ code: 1, stderr: 'Не всё сходится: 4 расхождения.\n' });
  expect(readPiped(verified.stdout)).toMatchObject({
    accounts: '2',
    transactions: '3',
    postings: '6',
    audit_rows: '4',
  });
  expect(verified.stdout).toContain('balance_differs\t500000001\twallet\n');
  expect(verified.stdout).toContain('book_missing\t500000001\thold\n');
  expect(verified.stdout).toContain('changed\t\t3\n');
});

test('a database that was never migrated is told what to run', async () => {
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  const database = await createDatabase('empty');
  expect(await run(['cabinet', 'verify', '--database', database])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('lisa cabinet migrate'),
  });
});
