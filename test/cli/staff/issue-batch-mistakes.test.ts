import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { csvOf, HEAD, newRow, newRows } from '../../support/batches.ts';
import { usePeople } from '../../support/people.ts';
import { type Cli, createCli } from '../../support/run-cli.ts';
import { openStaffSession } from '../../support/staff.ts';

const people = usePeople();
let cli: Cli;
beforeAll(async () => {
  const { cabinet, store } = people();
  const { token } = await openStaffSession(store, {}, cabinet.clock.now());
  cli = await createCli({ cabinet, token });
});

let files = 0;

/** Writes a file of its own and returns its name. */
function write(content: string | Uint8Array): string {
  const name = `people${files++}.csv`;
  writeFileSync(join(cli.home, name), content);
  return name;
}

const issue = (name: string) => cli.run(['staff', 'issue-batch', name, '--yes']);

test('a file that is no list of orders is refused as a whole', async () => {
  mkdirSync(join(cli.home, 'folder.csv'));
  const files: [string, string][] = [
    ['missing.csv', 'There is no file missing.csv.'],
    ['folder.csv', 'folder.csv is not a file.'],
    [write(''), 'is empty.'],
    [write(`${HEAD}\n`), 'has a head and no rows.'],
    [write('PK\u0003\u0004binary'), 'is a workbook. Save it as CSV.'],
    [write(Buffer.from(csvOf(newRows(1)), 'utf16le')), 'is not a text file.'],
    [write(Buffer.alloc(5 * 1024 * 1024 + 1, 'x')), 'is larger than 5 MB.'],
    [write(`${HEAD}\n${'a,b,c,d,e,f,g,h,i,j,k\n'.repeat(10_001)}`), 'has more than 10000 rows.'],
  ];
  for (const [name, words] of files) {
    const { code, stdout, stderr } = await issue(name);
    expect([name, code, stdout, stderr]).toEqual([name, 2, '', expect.stringContaining(words)]);
  }
});

test.each([
  [
    'a column that is missing, unknown, or there twice',
    `contract_number,name,kind,region,account,msisdn,msisdn,tariff,document_kind,document_digits,surname\n1,2,3,4,5,6,7,8,9,10,11\n`,
    [
      ['1', '', 'network_login', 'missing_column', ''],
      ['1', '', 'codeword', 'missing_column', ''],
      ['1', '7', 'msisdn', 'duplicate_column', ''],
      ['1', '11', 'surname', 'unknown_column', ''],
    ],
  ],
  [
    'line breaks inside quotes, which are lines of the file too',
    csvOf([newRow({ name: 'Анна\nМария' }), newRow({ document_digits: '123' })]),
    [
      ['2', '2', 'name', 'forbidden', 'Анна\\u{a}Мария'],
      ['4', '10', 'document_digits', 'bad_format', ''],
    ],
  ],
  [
    'cells too few and too many, and blank lines between',
    `${csvOf([newRow()]).trimEnd()}\n\n1,2,3\n${','.repeat(10)}\n${'x,'.repeat(11)}x\n`,
    [
      ['4', '', '', 'cells', ''],
      ['6', '', '', 'cells', ''],
    ],
  ],
  [
    'a quote that is never closed',
    `${csvOf([newRow({ msisdn: '1' })])}B-9,"Анна,person\nx\ny\n`,
    [
      ['2', '6', 'msisdn', 'bad_format', '1'],
      ['3', '', '', 'quotes', ''],
    ],
  ],
])('mistakes are told by line and column: %s', async (_, content, expected) => {
  const { code, stdout } = await issue(write(content));
  const rows = stdout.replace(/\n$/, '').split('\n');
  expect([code, rows.map((row) => row.split('\t'))]).toEqual([2, expected]);
});
