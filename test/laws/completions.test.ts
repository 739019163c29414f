import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completionScript } from '../../src/cli/completion/script.ts';
import { completionTree } from '../../src/cli/completion/tree.ts';
import { loadMessages } from '../../src/messages/index.ts';
import { havePrograms } from '../support/programs.ts';

const scripts = [
  { shell: 'bash', file: 'lisa.bash' },
  { shell: 'zsh', file: '_lisa' },
  { shell: 'fish', file: 'lisa.fish' },
  { shell: 'powershell', file: 'lisa.ps1' },
] as const;

describe('the committed completion scripts', () => {
  test.each(scripts)(
    '$file is what the commands make now: npm run completions renews it',
    async ({ shell, file }) => {
      expect(completionScript(shell, await loadMessages('en'))).toBe(
        readFileSync(`completions/${file}`, 'utf8'),
      );
    },
  );

  const checked = scripts.filter(({ shell }) => shell !== 'powershell');
  test.each(checked)('$shell -n accepts $file', ({ shell, file }) => {
    if (!havePrograms(shell)) return;
    const { status, stderr } = spawnSync(shell, ['-n', `completions/${file}`], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test.each(checked)('$shell -n accepts the script with Russian descriptions', async ({ shell, file }) => {
    if (!havePrograms(shell)) return;
    const directory = await mkdtemp(join(tmpdir(), 'lisa-completion-'));
    const path = join(directory, file);
    await writeFile(path, completionScript(shell, await loadMessages('ru')));
    const { status, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' });
    await rm(directory, { recursive: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('lisa.ps1 closes every quote and bracket that it opens', async () => {
    for (const locale of ['en', 'ru'] as const)
      expect(unbalanced(completionScript('powershell', await loadMessages(locale)))).toBe('');
  });

  test('the words in the scripts need no quoting in any shell', async () => {
    const tree = completionTree(await loadMessages('en'));
    const values = tree.flatMap(({ options, operands }) =>
      [...options.map(({ value }) => value?.values), ...operands.map((operand) => operand.values)].flatMap(
        (known) => (known?.kind === 'words' ? known.words : []),
      ),
    );
    const words = tree.flatMap(({ children, options }) => [
      ...children.map(({ word }) => word),
      ...options.map(({ long }) => long),
    ]);
    for (const word of [...words, ...values]) expect(word).toMatch(/^[a-z0-9._-]+$/i);
  });

  test('an option takes a value everywhere or nowhere, or the scripts would misread the words after it', async () => {
    const options = completionTree(await loadMessages('en')).flatMap((place) => place.options);
    const valued = new Set(options.filter(({ value }) => value !== undefined).map(({ long }) => long));
    const flags = options.filter(({ value }) => value === undefined).map(({ long }) => long);
    expect(flags.filter((flag) => valued.has(flag))).toEqual([]);
  });
});

/** What is left open in a PowerShell text: no parser of it is at hand, quotes and brackets can be counted. */
function unbalanced(script: string): string {
  const code = script
    .replace(/'(?:[^'\n]|'')*'/g, '')
    .replace(/"[^"\n]*"/g, '')
    .replace(/#.*/g, '');
  if (/['"]/.test(code)) return 'a quote';
  const open: string[] = [];
  for (const [sign] of code.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(sign)) open.push(sign);
    else if (open.pop() !== { ')': '(', ']': '[', '}': '{' }[sign]) return sign;
  }
  return open.join('');
}
