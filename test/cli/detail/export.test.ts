import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { type Person, usePeople } from '../../support/people.ts';
import { addUsage } from '../../support/usage.ts';

const people = usePeople();

async function withRecords(count: number, url?: string): Promise<Person> {
  const person = await people().join({}, url);
  await addUsage(people().store, person.accountId, count);
  return person;
}

/** What is in the person's working directory, hidden leftovers included; the settings' own folders apart. */
function filesOf({ cli }: Person): string[] {
  return readdirSync(cli.home).filter((name) => name !== 'config' && name !== 'data');
}

test('the file, the paged list and the stream hold the same records', async () => {
  const person = await withRecords(1_234);
  const { run, json, cli } = person;
  const period = ['--from', '2026-02-10', '--to', '2026-03-05'];
  const listed = (await json('detail', 'list', '--all', ...period))['items'] as {
    id: string;
    volume: number;
  }[];
  const told = await run(['detail', 'export', ...period, '--out', 'detail.csv'], { tty: true });
  expect([told.code, told.stdout]).toEqual([0, '']);
  expect(told.stderr).toContain(`${listed.length} records → detail.csv`);
  const rows: Record<string, string>[] = parse(readFileSync(join(cli.home, 'detail.csv')), { columns: true });
  expect(rows.map(({ volume }) => Number(volume))).toEqual(listed.map(({ volume }) => volume).reverse());
  const lines = await run(['detail', 'export', ...period, '--format', 'ndjson', '--out', '-']);
  expect(
    lines.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(listed.toReversed());
  expect(listed.length).toBeGreaterThan(1_000);
});

test('without a name the file says whose it is and for which days', async () => {
  const person = await withRecords(10);
  expect((await person.run(['detail', 'export', '--from', '2026-02-01', '--to', '2026-02-28'])).code).toBe(0);
  expect((await person.run(['detail', 'export', '--format', 'ndjson'])).code).toBe(0);
  expect(filesOf(person).sort()).toEqual([
    `detail-${person.msisdn}-2026-02-01-2026-02-28.csv`,
    `detail-${person.msisdn}-2026-02-03-2026-03-05.ndjson`,
  ]);
});

test('Excel with Russian settings gets its own dialect', async () => {
  const { run, cli } = await withRecords(3);
  const text = ['detail', 'export', '--dialect', 'excel-ru', '--out'];
  expect((await run([...text, 'detail.csv'])).code).toBe(0);
  const bytes = readFileSync(join(cli.home, 'detail.csv'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, first] = bytes.toString('utf8').slice(1).split('\r\n');
  expect(head).toBe('Начало;Вид;Направление;Абонент;Место;Объём;Единица;Стоимость;Баланс после;Услуга');
  expect(first).toBe(
    '08.02.2026 14:00:00;звонок;исх.;9010000000;"Екатеринбург; «центр»";0;сек.;0,00;1000,00;',
  );
  expect((await run([...text, '-'])).stdout).toBe(bytes.toString('utf8'));
});

test('a program gets a summary', async () => {
  const { run, cli } = await withRecords(25);
  const { code, stdout } = await run(['detail', 'export', '--type', 'sms', '--out', 'sms.csv', '--json']);
  expect(code).toBe(0);
  expectGoldenKeys(stdout);
  const file = join(cli.home, 'sms.csv');
  expect(JSON.parse(stdout)).toMatchObject({
    file,
    records: 5,
    bytes: statSync(file).size,
    from: '2026-02-03T14:00:01+05:00',
    to: '2026-03-05T14:00:01+05:00',
    format: 'csv',
    dialect: 'rfc4180',
  });
});

test('a file that exists is left alone before anything is asked of the cabinet, and replaced with --force', async () => {
  const { run, cli } = await withRecords(3);
  const file = join(cli.home, 'detail.csv');
  writeFileSync(file, 'precious');
  const nowhere = { LISA_SERVER: 'http://127.0.0.1:9' };
  const refused = await run(['detail', 'export', '--out', 'detail.csv', '--json'], { env: nowhere });
  expect([refused.code, refused.stdout, JSON.parse(refused.stderr).code]).toEqual([1, '', 'file_exists']);
  expect(readFileSync(file, 'utf8')).toBe('precious');
  expect((await run(['detail', 'export', '--out', 'detail.csv', '--force'])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^start,type,/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('the default name is not taken from a file that has it either', async () => {
  const person = await withRecords(3);
  const file = join(person.cli.home, `detail-${person.msisdn}-2026-02-03-2026-03-05.csv`);
  writeFileSync(file, 'precious');
  expect((await person.run(['detail', 'export'])).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe('precious');
});

test('a link is never followed nor replaced', async () => {
  const { run, cli } = await withRecords(3);
  const precious = join(cli.home, 'precious');
  writeFileSync(precious, 'precious');
  symlinkSync(precious, join(cli.home, 'detail.csv'));
  const { code, stderr } = await run(['detail', 'export', '--out', 'detail.csv', '--force', '--json']);
  expect([code, JSON.parse(stderr).code]).toEqual([1, 'not_a_file']);
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  expect(lstatSync(join(cli.home, 'detail.csv')).isSymbolicLink()).toBe(true);
});

test('a refusal of the cabinet leaves no file', async () => {
  const person = await withRecords(3);
  const old = await person.run(['detail', 'export', '--from', '2020-01-01', '--out', 'detail.csv', '--json']);
  expect([old.code, JSON.parse(old.stderr).code]).toEqual([3, 'period_out_of_range']);
  const elsewhere = await person.run(['detail', 'export', '--out', 'absent/detail.csv', '--json']);
  expect([elsewhere.code, JSON.parse(elsewhere.stderr).code]).toEqual([1, 'write_failed']);
  expect(filesOf(person)).toEqual([]);
});

test('what cannot be meant is refused', async () => {
  const person = await withRecords(1);
  const code = async (...args: string[]) => (await person.run(['detail', 'export', ...args])).code;
  expect(await code('--json', '--out', '-')).toBe(2);
  expect(await code('--format', 'ndjson', '--dialect', 'excel-ru')).toBe(2);
  expect(await code('--from', '2026-02-02', '--to', '2026-02-01')).toBe(2);
  expect(await code('--from', '2026-04-01')).toBe(2);
  expect(filesOf(person)).toEqual([]);
});

test('a formula in a text does not run, and control characters do not reach a terminal', async () => {
  const person = await people().join();
  const own = { place: '=HYPERLINK("http://evil")', service: '\u001b]0;evil\u0007\u009b31m' };
  await addUsage(people().store, person.accountId, 1, { own });
  const piped = await person.run(['detail', 'export', '--out', '-']);
  expect(piped.stdout).toContain(`"'=HYPERLINK(""http://evil"")"`);
  const shown = await person.run(['detail', 'export', '--out', '-'], { tty: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the bytes that a terminal would obey
  expect(shown.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

/** A stdout that takes some bytes and then fails. */
function failing(code: string, after: number): Writable {
  let taken = 0;
  return new Writable({
    write(chunk, _encoding, done) {
      taken += chunk.length;
      done(taken > after ? Object.assign(new Error(code), { code }) : null);
    },
  });
}

test('a reader that goes away is a quiet end, a full disk is a failure', async () => {
  const { run } = await withRecords(3_000);
  const gone = await run(['detail', 'export', '--out', '-'], { stdout: failing('EPIPE', 70_000) });
  expect([gone.code, gone.stderr]).toEqual([0, '']);
  const full = await run(['detail', 'export', '--out', '-'], { stdout: failing('ENOSPC', 70_000) });
  expect([full.code, full.stderr]).toEqual([1, expect.stringContaining('ENOSPC')]);
});

test('a directory that may not be written to is told, and nothing is left', async () => {
  const person = await withRecords(3);
  const { code, stderr } = await person.run(['detail', 'export', '--out', '/proc/detail.csv', '--json']);
  expect([code, JSON.parse(stderr).code]).toEqual([1, 'write_failed']);
  expect(existsSync('/proc/detail.csv')).toBe(false);
});
