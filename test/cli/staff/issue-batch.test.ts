import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  type Cells,
  csvOf,
  isPrivate,
  newRow,
  newRows,
  readResults,
  windows1251,
} from '../../support/batches.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { logIn } from '../../support/http.ts';
import { startLossyProxy } from '../../support/lossy-proxy.ts';
import { usePeople } from '../../support/people.ts';
import { type Cli, createCli } from '../../support/run-cli.ts';
import { openStaffSession } from '../../support/staff.ts';

const people = usePeople();
let cli: Cli;
beforeAll(async () => {
  cli = await office();
});

/** A machine of an office where an issuer is logged in. */
async function office(url = people().cabinet.url): Promise<Cli> {
  const { cabinet, store } = people();
  const { token } = await openStaffSession(store, { office: 'Пермь, Ленина 5' }, cabinet.clock.now());
  return createCli({ cabinet: { url, clock: cabinet.clock }, token });
}

/** What a pipe gets, cell by cell. */
const table = (stdout: string) =>
  stdout
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

let files = 0;

/** Writes a file of its own and returns its name. */
function write(content: string | Uint8Array): string {
  const name = `people${files++}.csv`;
  writeFileSync(join(cli.home, name), content);
  return name;
}

const at = (name: string) => join(cli.home, name);
const resultsOf = (name: string) => at(name.replace('.csv', '.results.csv'));

async function accounts(): Promise<number> {
  const { store } = people();
  const count = await store.read((db) =>
    db
      .selectFrom('accounts')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  return Number(count.count);
}

const issue = (name: string, ...args: string[]) => cli.run(['staff', 'issue-batch', name, ...args]);

test('every row becomes a subscriber who can log in with the password of the results', async () => {
  const rows = newRows(5);
  const name = write(csvOf(rows));
  const { code, stdout, stderr } = await issue(name, '--yes', '--json');
  expect([code, stderr]).toEqual([0, expect.stringContaining('passwords that work')]);
  expect(JSON.parse(stdout)).toEqual({
    schema: 'staff-issue-batch/1',
    dry_run: false,
    issued: 5,
    failed: 0,
    rows: 5,
    results: resultsOf(name),
    slips: null,
    problems: [],
  });
  expect(isPrivate(resultsOf(name))).toBe(true);
  const results = readResults(resultsOf(name));
  expect(results.map(({ line, status, network_login: login }) => [line, status, login])).toEqual(
    rows.map((row, index) => [String(index + 2), 'issued', row['network_login']]),
  );
  for (const { account, one_time_password: password } of results)
    await logIn(people().cabinet, { msisdn: account, password });
  expect(readdirSync(cli.home).filter((file) => file.includes('journal'))).toEqual([]);
  expect(stdout).not.toContain(results[0]?.one_time_password);
});

test('a file with seven kinds of mistakes has all of them told at once, and creates nothing', async () => {
  const taken = newRow();
  expect((await issue(write(csvOf([taken])), '--yes')).code).toBe(0);
  const twin = newRow();
  const rows: Cells[] = [
    newRow({ msisdn: '8 (495) 123-45-67', tariff: 'nothing' }),
    newRow({ name: 'Иван\u202eов' }),
    newRow({ contract_number: 'Д'.repeat(31) }),
    twin,
    newRow({ network_login: twin['network_login'] ?? '' }),
    newRow({ region: 'atlantis', tariff: 'no-such' }),
    newRow({ msisdn: taken['msisdn'] ?? '', name: '' }),
    newRow({ document_kind: 'library card', codeword: 'x'.repeat(65) }),
    newRow(),
  ];
  const name = write(csvOf(rows));
  const before = await accounts();
  const { code, stdout } = await issue(name, '--yes');
  expect(code).toBe(2);
  expect(table(stdout)).toEqual([
    ['2', '6', 'msisdn', 'bad_format', '8 (495) 123-45-67'],
    ['2', '8', 'tariff', 'tariff_not_available', 'nothing'],
    ['3', '2', 'name', 'forbidden', 'Иван\\u{202e}ов'],
    ['4', '1', 'contract_number', 'too_long', 'Д'.repeat(31)],
    ['6', '7', 'network_login', 'duplicate', twin['network_login']],
    ['7', '4', 'region', 'region_unknown', 'atlantis'],
    ['7', '8', 'tariff', 'tariff_not_available', 'no-such'],
    ['8', '2', 'name', 'missing', ''],
    ['8', '6', 'msisdn', 'login_taken', taken['msisdn']],
    ['9', '9', 'document_kind', 'unknown_word', 'library card'],
    ['9', '11', 'codeword', 'too_long', ''],
  ]);
  expect([await accounts(), existsSync(resultsOf(name))]).toEqual([before, false]);
  const json = await issue(name, '--yes', '--json');
  expectGoldenKeys(json.stdout);
  expect(JSON.parse(json.stdout)).toMatchObject({ issued: 0, results: null });
  expect(JSON.parse(json.stdout).problems).toHaveLength(11);
  const shown = await cli.run(['staff', 'issue-batch', name, '--lang', 'ru'], { tty: true, columns: 120 });
  expect(shown.stdout).toContain('не мобильный номер: нужны десять цифр, первая — 9');
  expect(shown.stdout).toContain('уже есть в строке 5');
  expect(shown.stderr).toContain('В файле 11 ошибок. Ничего не выдано.');
});

test('a file of Excel, with semicolons, windows-1251 and Russian heads, is read like any other', async () => {
  const head =
    'Номер договора,Имя,Вид,Регион,Лицевой счёт,Номер телефона,Сетевой логин,Тариф,Документ,Цифры документа,Кодовое слово';
  const rows = [
    newRow({ name: 'ООО "Ёлка; и сын"', kind: 'Организация', msisdn: '+7 (970) 123-45-67' }),
    newRow({ document_kind: 'Военный билет', network_login: 'Petrov.A', account: '654321987' }),
  ];
  const text = csvOf(rows, head, ';').replaceAll('\n', '\r\n').replaceAll('№', 'N');
  const name = write(windows1251(`${text};;;;;;;;;;\r\n`));
  expect((await issue(name, '--yes')).code).toBe(0);
  const results = readResults(resultsOf(name), ';');
  expect(results.map(({ line, network_login: login }) => [line, login])).toEqual([
    ['2', rows[0]?.['network_login']],
    ['3', 'petrov.a'],
  ]);
  expect(results[1]?.account).toBe('654321987');
  const { store } = people();
  const { holder, holder_kind } = await store.read((db) =>
    db
      .selectFrom('accounts')
      .select(['holder', 'holder_kind'])
      .where('account_id', '=', BigInt(results[0]?.account ?? 0))
      .executeTakeFirstOrThrow(),
  );
  expect([holder, holder_kind]).toEqual(['ООО "Ёлка; и сын"', 'company']);
});

test('a dry run checks everything and creates nothing', async () => {
  const name = write(csvOf(newRows(3)));
  const before = await accounts();
  const { code, stdout, stderr } = await issue(name, '--dry-run');
  expect([code, stdout]).toEqual([0, 'rows\t3\nissued\t0\nto_issue\t3\n']);
  expect(stderr).toContain('Nothing is wrong with the file.');
  expect([await accounts(), existsSync(resultsOf(name))]).toEqual([before, false]);
});

test('a person is asked first, and a script has to say --yes', async () => {
  const name = write(csvOf(newRows(2)));
  expect((await issue(name)).code).toBe(5);
  const before = await accounts();
  const no = await cli.run(['staff', 'issue-batch', name], { tty: true, answers: ['n'] });
  expect([no.code, no.stderr]).toEqual([1, expect.stringContaining('Issue credentials for 2 subscribers?')]);
  expect(await accounts()).toBe(before);
  const yes = await cli.run(['staff', 'issue-batch', name], { tty: true, answers: ['y'] });
  expect([yes.code, await accounts()]).toEqual([0, before + 2]);
});

/** Runs commands through a way to the cabinet on which somebody else takes a login between the check and the deed. */
async function whileRobbed(loot: Cells, work: (run: typeof issue) => Promise<void>): Promise<void> {
  const thief = write(csvOf([loot]));
  let robbery: ReturnType<typeof issue> | undefined;
  const proxy = await startLossyProxy(people().cabinet.url, ['pass'], async (earlier) => {
    if (earlier > 0) robbery ??= issue(thief, '--yes');
    await robbery;
  });
  const env = { LISA_SERVER: proxy.url };
  try {
    await work((name, ...args) => cli.run(['staff', 'issue-batch', name, ...args], { env }));
    expect((await robbery)?.code).toBe(0);
  } finally {
    await proxy.stop();
  }
}

test('a row that is refused after the check fails alone, and the same command issues it when it is mended', async () => {
  const rows = newRows(4);
  const name = write(csvOf(rows));
  await whileRobbed(newRow({ msisdn: rows[2]?.['msisdn'] ?? '' }), async (run) => {
    const { code, stdout } = await run(name, '--yes');
    const counts = `issued\t3\nfailed\t1\nresults\t${resultsOf(name)}\n`;
    expect([code, stdout]).toEqual([6, `${counts}4\tlogin_taken\n`]);
    const first = readResults(resultsOf(name));
    expect(first.map(({ line, status, error }) => [line, status, error])).toEqual([
      ['2', 'issued', ''],
      ['3', 'issued', ''],
      ['4', 'failed', 'login_taken'],
      ['5', 'issued', ''],
    ]);
    const again = await run(name, '--yes');
    expect([again.code, table(again.stdout)]).toEqual([
      2,
      [['4', '6', 'msisdn', 'login_taken', rows[2]?.['msisdn']]],
    ]);
    writeFileSync(at(name), csvOf(rows.with(2, newRow())));
    const before = await accounts();
    expect((await run(name, '--yes')).code).toBe(0);
    expect(await accounts()).toBe(before + 1);
    const second = readResults(resultsOf(name));
    expect(second.map(({ status }) => status)).toEqual(['issued', 'issued', 'issued', 'issued']);
    for (const index of [0, 1, 3]) expect(second[index]).toEqual(first[index]);
  });
});

test('what was issued for rows that are taken out of the file stays in the results', async () => {
  const rows = newRows(3);
  const name = write(csvOf(rows));
  await whileRobbed(newRow({ network_login: rows[0]?.['network_login'] ?? '' }), async (run) => {
    expect((await run(name, '--yes')).code).toBe(6);
    const kept = readResults(resultsOf(name)).filter(({ status }) => status === 'issued');
    expect(kept).toHaveLength(2);
    writeFileSync(at(name), csvOf([newRow()]));
    expect((await run(name, '--yes')).code).toBe(0);
    const results = readResults(resultsOf(name));
    expect(results.map(({ line }) => line)).toEqual(['2', '', '']);
    expect(results.slice(1)).toEqual(kept.map((row) => ({ ...row, line: '' })));
  });
});

test('results of an earlier batch are never overwritten', async () => {
  const name = write(csvOf(newRows(1)));
  expect((await issue(name, '--yes')).code).toBe(0);
  const results = readFileSync(resultsOf(name), 'utf8');
  const { code, stderr } = await issue(name, '--yes', '--json');
  expect([code, JSON.parse(stderr).code]).toEqual([1, 'file_exists']);
  expect(readFileSync(resultsOf(name), 'utf8')).toBe(results);
});
