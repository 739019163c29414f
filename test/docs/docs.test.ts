import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cabinet } from '../../src/cabinet/main.ts';
import { demo } from '../../src/cabinet/sandbox/credentials.ts';
import { createProgram } from '../../src/cli/program.ts';
import { loadMessages } from '../../src/messages/index.ts';
import { parseMsisdn } from '../../src/shared/msisdn.ts';
import { createDatabase } from '../support/engines.ts';
import { havePrograms } from '../support/programs.ts';
import { type Cli, createCli } from '../support/run-cli.ts';
import { LONG, machineWithSandbox } from '../support/sandbox-cli.ts';
import { type CommandLine, commandLines, csvBlock, linksOf, shellBlocks } from './pages.ts';

const pages = ['README.md', 'CHANGELOG.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  .map((page) => ({ ...page, lines: commandLines(page.text) }));
const withCommands = pages.filter(({ lines }) => lines.length > 0);
/** The operator's pages are run by a test of their own: they need a PostgreSQL without our tables and roles. */
const forReaders = withCommands.filter(({ path }) => !path.startsWith('docs/operator'));

const program = createProgram({ t: await loadMessages('en'), version: '0.0.0', columns: 80 });

describe('the pages', () => {
  test.each(pages)('$path links to what exists', ({ path, text }) => {
    const missing = linksOf(text).filter((link) => !existsSync(join(dirname(path), link)));
    expect(missing).toEqual([]);
  });

  test('are all reached from the README', () => {
    const linked = new Set(pages.flatMap(({ path, text }) => (path === 'README.md' ? linksOf(text) : [])));
    expect(pages.map(({ path }) => path).filter((path) => !linked.has(path))).toEqual(['README.md']);
  });

  test.each(withCommands)('$path shows command lines that are understood', ({ lines }) => {
    for (const { line, words } of lines) expect(program.parse(words), line).toHaveProperty('entry');
  });
});

/** Pages that say in Russian what another says in English. */
const inRussian = forReaders.filter(({ path }) => path.endsWith('.ru.md'));

describe('what a page shows works', () => {
  test.each(inRussian)('$path has the commands of its English page, which are run', ({ path, lines }) => {
    const english = forReaders.find((page) => page.path === path.replace('.ru.md', '.md'));
    expect(lines.map(comparable)).toEqual(english?.lines.map(comparable));
  });

  test.each(forReaders.filter((page) => !inRussian.includes(page)))(
    'the command lines of $path',
    async ({ lines, text }) => {
      const engineer = await createCli({
        cabinetPort: async () => cabinet,
        env: { LISA_DATABASE_URL: await createDatabase('empty') },
      });
      let subscriber: Cli | undefined;
      for (const command of lines.filter(({ byHand }) => !byHand)) {
        if (beginsSandbox(command)) subscriber = await machineWithFiles(text);
        const machine = command.words[0] === 'cabinet' ? engineer : subscriber;
        if (machine === undefined) throw new Error(`${command.line}: the page has not started a sandbox`);
        if (!haveOwnTests.includes(command.words.slice(0, 2).join(' '))) await type(machine, command);
      }
      await engineer.remove();
    },
    LONG,
  );

  test(
    'the requests of docs/api.md',
    async () => {
      if (!havePrograms('bash', 'curl')) return;
      const { home, run } = await machineWithFiles();
      const url = (await run(['config', 'get', 'server'])).stdout.trim();
      const script = shellBlocks(readFileSync('docs/api.md', 'utf8')).join('\n');
      const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
        cwd: home,
        env: { ...process.env, CABINET: url, NO_PROXY: '*' },
      });
      expect(stdout).toContain('"code":"token_missing"');
      expect(stdout).toContain('"code":"idempotency_key_reused"');
      const [all = 0, rest = 0] = [...stdout.matchAll(/\{"end":true,"count":(\d+)\}/g)].map(([, count]) =>
        Number(count),
      );
      expect(all - rest).toBe(3);
    },
    LONG,
  );
});

/** A line without what depends on its reader: why something is done, and how a number is written. */
function comparable({ words, input, byHand, password, codeOf, exit }: CommandLine) {
  const said = words.map((word, index) =>
    words[index - 1] === '--reason' ? 'TEXT' : (parseMsisdn(word) ?? word),
  );
  return { words: said, input, byHand, password, codeOf, exit };
}

/** They show much, or end with a signal only. */
const haveOwnTests = ['demo', 'demo --lang', 'cabinet serve'];

/** A line from which on the reader has a sandbox of their own. */
function beginsSandbox({ words }: CommandLine): boolean {
  return words[0] === 'demo' || words.join(' ') === 'sandbox start';
}

/** A machine with a running sandbox and the files that the pages read from. */
async function machineWithFiles(page = ''): Promise<Cli> {
  const machine = await machineWithSandbox('made', { now: () => new Date() });
  const files = {
    'password.txt': `${demo.password}\n`,
    'passwords.txt': `${demo.password}\nFox-in-2027\n`,
    'codeword.txt': `${demo.codeword}\n`,
    'subscribers.csv': csvBlock(page) ?? '',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(machine.home, name), content);
  expect(await machine.run(['sandbox', 'start'])).toMatchObject({ code: 0 });
  return machine;
}

/** Types a line as its reader would: at a terminal, with password and code from the comment and «y» to every question. */
async function type(
  machine: Cli,
  { line, words, input, password, codeOf, exit }: CommandLine,
): Promise<void> {
  const typed = [password, codeOf && (await codeFrom(machine, codeOf))].filter(
    (answer) => answer !== undefined,
  );
  const options =
    input === undefined
      ? { tty: true, pipe: true, answers: typed.length === 0 ? ['y', 'y'] : typed }
      : { stdin: readFileSync(join(machine.home, input), 'utf8') };
  const { code, stderr } = await machine.run(words, options);
  expect({ line, code, stderr: code === exit ? '' : stderr }).toEqual({ line, code: exit, stderr: '' });
}

async function codeFrom(machine: Cli, member: string): Promise<string> {
  const { stdout } = await machine.run(['sandbox', 'authenticator', member]);
  return /\b\d{6}\b/.exec(stdout)?.[0] ?? stdout;
}

describe('the reading of a page', () => {
  const read = (...lines: string[]) => commandLines(['```sh', ...lines, '```', ''].join('\n'));

  test('finds what is typed, what is read and what the comment answers', () => {
    expect(read('A=1 npx lisa login "900 1" --x < file.txt | head   # password: Demo-1')).toMatchObject([
      { words: ['login', '900 1', '--x'], input: 'file.txt', password: 'Demo-1', byHand: false },
    ]);
  });

  test('finds whose authenticator shows the code', () => {
    expect(
      read('lisa a # password: Demo-1, code of: anna', 'lisa b # пароль: Demo-1, код: anna'),
    ).toMatchObject([
      { password: 'Demo-1', codeOf: 'anna' },
      { password: 'Demo-1', codeOf: 'anna' },
    ]);
  });

  test('finds the exit code that a comment announces', () => {
    const lines = read('lisa a # exits with 3', 'lisa b # завершится с кодом 4: поздно', 'lisa c');
    expect(lines.map(({ exit }) => exit)).toEqual([3, 4, 0]);
  });

  test('knows the marks of what is not run, in both languages', () => {
    const lines = read(
      'lisa a   # by hand: asks',
      'lisa b   # вручную',
      'lisa c   # at hand',
      'export LISA_X=1',
    );
    expect(lines.map(({ byHand }) => byHand)).toEqual([true, true, false]);
  });

  test('takes nothing from outside of shell blocks', () => {
    expect(commandLines('lisa balance\n```sql\nlisa tariff\n```\n')).toEqual([]);
  });

  test('tells links to files from links to elsewhere', () => {
    expect(linksOf('[a](b.md#c) [d](https://e.example) [f](mailto:g)')).toEqual(['b.md']);
  });
});
