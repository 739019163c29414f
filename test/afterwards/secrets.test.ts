import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { inject, it } from 'vitest';
import { digitsOf, TEST_CARDS } from '../../src/acquirer/cards/test-cards.ts';
import { ACQUIRER_KEY } from '../support/acquirer.ts';
import { createDatabase } from '../support/engines.ts';
import { runSql } from '../support/sql.ts';
import { CODEWORD, PASSWORD } from '../support/subscribers.ts';

/** The files under `directory` that hold any of the lines of `file`, as bytes. */
function filesWith(file: string, directory: string): string[] {
  const env = { ...process.env, LC_ALL: 'C' };
  const grep = spawnSync('grep', ['-rlaFf', file, directory], { encoding: 'utf8', env });
  if (grep.status === 1) return [];
  if (grep.status !== 0) throw new Error(`grep ended with ${grep.status}: ${grep.stderr}`);
  return grep.stdout.trimEnd().split('\n');
}

/**
 * Passwords, codewords, every token that a test logged in with, cards, the key of the acquirer. Not one-time passwords:
 * the write-ahead log has the messages that they were sent in (docs/security.md).
 */
async function usedSecrets(): Promise<string[]> {
  const noted = await readFile(inject('secretsFile'), 'utf8').catch(() => '');
  const cards = TEST_CARDS.flatMap(({ number }) => [number, digitsOf(number), number.replaceAll(' ', '-')]);
  return [PASSWORD, CODEWORD, ACQUIRER_KEY, ...cards, ...noted.split('\n').filter((line) => line !== '')];
}

it('no page and no log of PostgreSQL holds a secret of the suite', { timeout: 120_000 }, async ({
  expect,
}) => {
  await writeFile(inject('secretsFile'), `${[...new Set(await usedSecrets())].join('\n')}\n`);
  expect(filesWith(inject('secretsFile'), inject('postgresHome'))).toEqual([]);
});

it('the search finds what is there', async ({ expect }) => {
  const planted = randomUUID();
  const database = await createDatabase('empty');
  await runSql(database, `create table planted as select '${planted}' as secret`);
  const list = `${inject('secretsFile')}-planted`;
  await writeFile(list, `${planted}\n`);
  expect(filesWith(list, inject('postgresHome'))).not.toEqual([]);
});
