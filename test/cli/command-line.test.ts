import { afterAll, describe, expect, test } from 'vitest';
import { createCli } from '../support/run-cli.ts';

const cli = await createCli();
afterAll(() => cli.remove());

const SEE_HELP = 'Команды перечислит lisa --help, подробности — lisa КОМАНДА --help.';

describe('a command line that is wrong', () => {
  test.each([
    ['an unknown command', ['balnce'], '«balnce»', 'Did you mean: balance?'],
    ['an unknown second word', ['tariff', 'swich'], '«swich»', 'Did you mean: switch?'],
    ['the beginning of a command', ['bal'], '«bal»', 'lisa --help'],
    ['an unknown option', ['balance', '--jsn'], '«--jsn»', 'Did you mean: --json?'],
    [
      '--as where something is changed (R16)',
      ['tariff', 'switch', 'X', '--as', '9'],
      '«--as»',
      'support looks',
    ],
    ['an unknown short option', ['balance', '-z'], '«-z»', 'lisa --help'],
    ['the beginning of an option', ['balance', '--fail', '1'], '«--fail»', 'lisa --help'],
    ['a missing operand', ['completion'], 'SHELL', 'lisa --help'],
    ['a missing value', ['balance', '--fail-below'], '--fail-below <AMOUNT>', 'lisa --help'],
    ['a missing value of a global option', ['balance', '--profile'], '--profile <NAME>', 'lisa --help'],
    ['an extra operand', ['tariff', 'switch', 'one', 'two'], '«two»', 'lisa --help'],
    ['an extra operand that looks like an option', ['balance', '--', '-odd'], '«-odd»', 'lisa --help'],
    ['a bad value', ['balance', '--fail-below', 'much'], '«much»', '123.45'],
    ['a bad value of a choice', ['completion', 'tcsh'], '«tcsh»', 'bash, zsh, fish, powershell'],
    ['a bad value of a global option', ['balance', '--lang', 'fr'], '«fr»', 'en, ru'],
    ['--json where nothing is printed as JSON', ['completion', 'bash', '--json'], '--json', 'usage'],
  ])('is refused with exit 2 and names it: %s', async (_, args, named, hint) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).toContain(hint);
  });

  test.each([
    [['balnce'], 'Нет команды «balnce».', 'Может быть, balance?'],
    [['balance', '--jsn'], 'Здесь нет параметра «--jsn».', 'Может быть, --json?'],
    [['completion'], 'Не хватает: SHELL.', SEE_HELP],
    [['balance', '--fail-below'], 'Параметру --fail-below <AMOUNT> нужно значение.', SEE_HELP],
    [['balance', 'extra'], 'Слишком много слов: «extra» — лишнее.', SEE_HELP],
  ])('is explained in Russian: lisa %j', async (args, message, hint) => {
    const { stderr } = await cli.run(args, { env: { LISA_LANG: 'ru' } });
    expect(stderr).toBe(`✗ ${message}\n  ${hint}\n`);
  });

  test('is one JSON object on stderr with --json', async () => {
    const { code, stdout, stderr } = await cli.run(['balance', '--json', 'extra']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ schema: 'error/1', code: 'usage' });
  });

  test('shows the help of a group below the message when its second word is missing', async () => {
    const { code, stdout, stderr } = await cli.run(['tariff']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('«lisa tariff»');
    expect(stderr).toMatch(/^ {2}switch \[TARIFF\] /m);
  });

  test('keeps the help of a group out of --json', async () => {
    const { code, stderr } = await cli.run(['--json', 'tariff']);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ schema: 'error/1', code: 'usage' });
  });

  test('shows what was typed without its control characters', async () => {
    const { stderr } = await cli.run(['bal\u001b[31mance']);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toContain('\\u{1b}');
  });
});

describe('a command line that is right', () => {
  test.each([
    [['--json', 'balance']],
    [['balance', '--json']],
    [['--profile', 'home', '--json', 'balance']],
    [['balance', '--profile', 'home', '--json']],
  ])('has its options before or after the command: lisa %j', async (args) => {
    const { code, stderr } = await cli.run(args, { env: { LISA_SERVER: 'http://127.0.0.1:9' } });
    expect(code).not.toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ schema: 'error/1' });
  });

  test.each([['--version'], ['-V'], ['version']])('tells the version with %s', async (word) => {
    const { code, stdout, stderr } = await cli.run([word]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
