import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type CuttingProxy, startCuttingProxy } from '../../support/cutting-proxy.ts';
import { type Person, usePeople } from '../../support/people.ts';
import { addUsage } from '../../support/usage.ts';

const people = usePeople();
const RECORDS = 2_500;

let proxy: CuttingProxy | undefined;
afterEach(async () => {
  await proxy?.stop();
  proxy = undefined;
});

/** A subscriber whose way to the cabinet is cut; `cuts` are the bytes that pass of each answer in turn. */
async function behind(
  cuts: (stream: number) => number | undefined,
  how?: { stall: boolean },
): Promise<Person> {
  proxy = await startCuttingProxy(people().cabinet.url, cuts, how);
  const person = await people().join({}, proxy.url);
  await addUsage(people().store, person.accountId, RECORDS);
  return person;
}

function filesOf({ cli }: Person): string[] {
  return readdirSync(cli.home).filter((name) => name !== 'config' && name !== 'data');
}

test('a stream cut at any byte ends as the whole file', async () => {
  let cut: number | undefined;
  let first = 0;
  const person = await behind((stream) => (stream === first ? cut : undefined));
  const { run, cli } = person;
  const name = join(cli.home, 'detail.csv');
  const arguments_ = ['detail', 'export', '--out', 'detail.csv', '--force'];
  expect((await run(arguments_)).code).toBe(0);
  const whole = readFileSync(name, 'utf8');
  expect(whole.split('\r\n')).toHaveLength(RECORDS + 2);
  first = 1;
  const points = fc.sample(fc.integer({ min: 0, max: 620_000 }), { numRuns: 30, seed: 20_261_122 });
  for (const point of points) {
    cut = point;
    const { code } = await run(arguments_);
    expect([point, code, readFileSync(name, 'utf8') === whole]).toEqual([point, 0, true]);
    first += 2;
  }
  expect(proxy?.cuts()).toBeGreaterThanOrEqual(28);
  expect(filesOf(person)).toEqual(['detail.csv']);
}, 120_000);

test('a stream that is cut again and again ends whole as long as it gets on', async () => {
  const person = await behind((stream) => (stream < 12 ? 20_000 + 1_000 * stream : undefined));
  expect((await person.run(['detail', 'export', '--out', 'detail.csv'])).code).toBe(0);
  expect(proxy?.cuts()).toBe(12);
  const lines = readFileSync(join(person.cli.home, 'detail.csv'), 'utf8').split('\r\n');
  expect(lines).toHaveLength(RECORDS + 2);
  expect(new Set(lines).size).toBeGreaterThan(RECORDS / 2);
});

test('a stream that does not get on leaves no file and says so', async () => {
  const person = await behind((stream) => (stream === 0 ? 100_000 : 200));
  const { code, stdout, stderr } = await person.run(['detail', 'export', '--out', 'detail.csv']);
  expect([code, stdout]).toEqual([7, '']);
  expect(stderr).toMatch(
    /broke off after \d\d\d records and could not be completed.* No file was written\./s,
  );
  expect(filesOf(person)).toEqual([]);
  const piped = await person.run(['detail', 'export', '--out', '-', '--json', '--lang', 'ru']);
  expect(piped.code).toBe(2);
  const rows = await person.run(['detail', 'export', '--out', '-', '--lang', 'ru']);
  expect([rows.code, rows.stderr]).toEqual([7, expect.stringContaining('Вывод неполный.')]);
});

test('a person sees how many records have come, and is left with a clean line', async () => {
  const person = await behind(() => 100_000, { stall: true });
  const { stderr } = await person.run(['detail', 'export', '--out', 'detail.csv', '--no-color'], {
    tty: true,
    ctrlC: untilBusy(person, 1_000),
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the line is drawn over and taken away again
  expect(stderr).toMatch(/\r\u001b\[K. Exporting call detail: \d\d\d\r\u001b\[K[^\r]*$/u);
});

test('Ctrl-C leaves no file and says so', async () => {
  const person = await behind(() => 100_000, { stall: true });
  const { code, stderr } = await person.run(['detail', 'export', '--out', 'detail.csv'], {
    ctrlC: untilBusy(person),
  });
  expect([code, stderr]).toEqual([130, expect.stringContaining('No file was written.')]);
  expect(filesOf(person)).toEqual([]);
});

test('a cabinet that falls silent in the middle is not waited for longer than the limit', async () => {
  const person = await behind((stream) => (stream === 0 ? 100_000 : 200), { stall: true });
  const { code, stderr } = await person.run(['detail', 'export', '--out', 'detail.csv', '--timeout', '1']);
  expect([code, stderr]).toEqual([7, expect.stringContaining('No file was written.')]);
  expect(filesOf(person)).toEqual([]);
}, 60_000);

/** Settles when the temporary file is there: the export is in the middle of its work. */
async function untilBusy(person: Person, milliseconds = 100): Promise<void> {
  while (!filesOf(person).some((name) => name.endsWith('.part'))) await sleep(10);
  await sleep(milliseconds);
}
