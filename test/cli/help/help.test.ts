import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../../src/cli/commands/index.ts';
import { exitCodes } from '../../../src/cli/exit-codes.ts';
import { topics } from '../../../src/cli/help/topics.ts';
import { variables } from '../../../src/cli/help/variables.ts';
import { createCli } from '../../support/run-cli.ts';

const cli = await createCli();
afterAll(() => cli.remove());

const everything = [[], ...commands.map(({ spec }) => spec.words.split(' '))];

describe('help', () => {
  test.each(everything.map((words) => ({ words, line: ['lisa', ...words].join(' ') })))(
    '$line: --help, -h and help are one text on stdout, exit 0',
    async ({ words }) => {
      const told = await cli.run([...words, '--help']);
      expect(told).toMatchObject({ code: 0, stderr: '' });
      expect(told.stdout).toContain(['lisa', ...words].join(' '));
      expect(await cli.run([...words, '-h'])).toEqual(told);
      expect(await cli.run(['help', ...words])).toEqual(told);
    },
  );

  test('of the program is what lisa alone says', async () => {
    const told = await cli.run([]);
    expect(told).toEqual(await cli.run(['help']));
    expect(told.stdout).toContain('lisa COMMAND --help');
    expect(told.stdout).toContain('lisa doctor');
  });

  test('comes although the rest of the line is wrong', async () => {
    const { code, stdout } = await cli.run(['balance', '--nonsense', 'word', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('lisa balance');
  });

  test('of a group lists its commands', async () => {
    const { code, stdout } = await cli.run(['tariff', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}switch \[TARIFF\] /m);
  });

  test.each(['en', 'ru'])('fits 60 columns and has no escape sequence in a pipe (%s)', async (lang) => {
    for (const words of [...everything, ...topics.map((topic) => ['help', topic])]) {
      const args = words[0] === 'help' && words.length > 1 ? words : [...words, '--help'];
      const { stdout } = await cli.run(args, { env: { COLUMNS: '60', LISA_LANG: lang } });
      expect(stdout).not.toContain('\u001b');
      // Commands that can be copied stay whole, and so does a single word that is longer than the line.
      const long = stdout
        .split('\n')
        .filter((line) => line.length > 60 && !line.startsWith('  lisa ') && !line.includes('lisa '));
      expect(long).toEqual([]);
    }
  });

  test('in Russian when Russian is asked for', async () => {
    const { stdout } = await cli.run(['help', '--lang', 'ru']);
    expect(stdout).toContain('Использование: lisa');
    expect(stdout).not.toContain('Usage');
  });

  test('on what does not exist is a usage error', async () => {
    const { code, stdout, stderr } = await cli.run(['help', 'tariff', 'nonsense']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('tariff nonsense');
    expect(stderr).toContain('exit-codes');
  });
});

describe('help topics', () => {
  test.each(topics)('%s is told in both languages', async (topic) => {
    const english = await cli.run(['help', topic]);
    const russian = await cli.run(['help', topic, '--lang', 'ru']);
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(russian).toMatchObject({ code: 0, stderr: '' });
    expect(russian.stdout).toMatch(/[а-я]/);
    expect(english.stdout).not.toMatch(/[а-я]/);
  });

  test('exit-codes lists every code there is', async () => {
    const { stdout } = await cli.run(['help', 'exit-codes']);
    const listed = [...stdout.matchAll(/^ {2}(\d+) /gm)].map((match) => Number(match[1]));
    expect(listed).toEqual(Object.values(exitCodes));
  });

  test('environment lists every variable there is', async () => {
    const { stdout } = await cli.run(['help', 'environment']);
    const listed = [...stdout.matchAll(/^ {2}([A-Z_]+) /gm)].map((match) => match[1]);
    expect(listed).toEqual([...variables]);
  });
});
