import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { havePrograms } from '../../support/programs.ts';
import { openTerminal, type TerminalSession } from '../../support/tmux.ts';

const scripts = resolve('completions');

const shells = [
  {
    shell: 'bash',
    command: ['bash', '--norc', '--noprofile', '-i'],
    setUp: `PS1='ready> '; source ${scripts}/lisa.bash`,
  },
  {
    shell: 'zsh',
    command: ['zsh', '-f', '-i'],
    setUp: `PROMPT='ready> '; autoload -U compinit; compinit -u -D; source ${scripts}/_lisa`,
  },
  {
    shell: 'fish',
    command: ['fish', '-i'],
    setUp: `function fish_prompt; echo -n 'ready> '; end; set -g fish_autosuggestion_enabled 0; source ${scripts}/lisa.fish`,
  },
];

/** What is typed before Tab, and the line after it. */
const completed: [what: string, typed: string, line: string][] = [
  ['a command', 'lisa bal', 'lisa balance'],
  ['the second word of a command', 'lisa tariff sw', 'lisa tariff switch'],
  ['an alias', 'lisa block', 'lisa block-sim'],
  ['a long option', 'lisa detail export --dia', 'lisa detail export --dialect'],
  ['a global option before the command', 'lisa --prof', 'lisa --profile'],
  ['the value of an option', 'lisa detail export --dialect ex', 'lisa detail export --dialect excel-ru'],
  [
    'a value after an equals sign',
    'lisa detail export --dialect=ex',
    'lisa detail export --dialect=excel-ru',
  ],
  ['a file where a file is meant', 'lisa detail export --out octo', 'lisa detail export --out october.csv'],
  ['an operand that is one of a few', 'lisa completion powe', 'lisa completion powershell'],
  ['a help topic', 'lisa help exit', 'lisa help exit-codes'],
  ['the words of a command after help', 'lisa help tariff sw', 'lisa help tariff switch'],
  [
    'a command behind an option whose value has colons',
    'lisa --server http://127.0.0.1:8080 bal',
    'lisa --server http://127.0.0.1:8080 balance',
  ],
];

describe.each(shells)('Tab in $shell', ({ shell, command, setUp }) => {
  const possible = havePrograms('tmux', shell);
  let home: string;
  let terminal: TerminalSession;

  beforeAll(async () => {
    if (!possible) return;
    home = await mkdtemp(join(tmpdir(), 'lisa-tab-'));
    await writeFile(join(home, 'october.csv'), '');
    // Neither lisa nor node is on this PATH: the scripts are static.
    terminal = openTerminal(command, home, {
      PATH: '/usr/bin:/bin',
      HOME: home,
      LANG: 'C.UTF-8',
    });
    terminal.type(setUp);
    terminal.press('Enter');
    await terminal.shows('\nready>');
  });

  afterAll(async () => {
    if (!possible) return;
    terminal[Symbol.dispose]();
    // fish goes on writing its own completions for a moment after it was closed.
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  test.skipIf(!possible).each(completed)('completes %s', async (_, typed, line) => {
    terminal.press('C-u', 'C-l');
    terminal.type(typed);
    await terminal.shows(typed);
    terminal.press('Tab');
    await terminal.shows(line);
  });

  test.skipIf(!possible)('never evaluates what was typed', async () => {
    terminal.press('C-u', 'C-l');
    terminal.type('lisa completion "$(touch evaluated)" --prof');
    terminal.press('Tab');
    await terminal.shows('--profile');
    expect(await readdir(home)).not.toContain('evaluated');
  });
});
