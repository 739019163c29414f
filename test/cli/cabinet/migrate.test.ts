import { expect, test } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { createDatabase } from '../../support/engines.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { createCli } from '../../support/run-cli.ts';

test('an empty database gets its tables; a second time there is nothing to do', async () => {
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  const database = await createDatabase('empty');
  const first = await run(['cabinet', 'migrate', '--database', database, '--json']);
  expect(first.code).toBe(0);
  expectGoldenKeys(first.stdout);
  expect(JSON.parse(first.stdout).applied).not.toHaveLength(0);
  const again = await run(['cabinet', 'migrate', '--json'], { env: { LISA_DATABASE_URL: database } });
  expect(JSON.parse(again.stdout)).toEqual({ schema: 'cabinet-migrate/1', applied: [] });
});

test('a missing or foreign address is a wrong command line', async () => {
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  expect(await run(['cabinet', 'migrate'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('LISA_DATABASE_URL'),
  });
  expect(await run(['cabinet', 'migrate', '--database', 'mysql://localhost/lisa'])).toMatchObject({
    code: 2,
  });
});

test('a database that does not answer is told in both languages, without its password', async () => {
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  const database = 'postgres://lisa:geheim@127.0.0.1:9/lisa';
  const english = await run(['cabinet', 'migrate', '--database', database]);
  expect(english).toMatchObject({ code: 1, stderr: expect.stringContaining('does not answer') });
  const russian = await run(['cabinet', 'migrate', '--database', database, '--lang', 'ru']);
  expect(russian).toMatchObject({ code: 1, stderr: expect.stringContaining('не отвечает') });
  expect(english.stderr + russian.stderr).not.toContain('geheim');
});
