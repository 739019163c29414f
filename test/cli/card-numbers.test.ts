import { expect, test } from 'vitest';
import { usePeople } from '../support/people.ts';

const people = usePeople();
const NUMBER = '4111111111111111';

test.each([
  ['an amount', ['pay', NUMBER]],
  ['an amount, in groups', ['pay', '4111 1111 1111 1111']],
  ['words of a command, in groups', ['pay', '4111', '1111', '1111', '1111']],
  ['an operand with dashes', ['service', 'connect', '2200-0000-0000-0004']],
  ['an option', ['detail', 'list', '--from', NUMBER]],
  ['an option behind an equals sign', ['tone', 'gift', 'yolka', `--to=${NUMBER}`]],
  ['a global option', ['balance', '--profile', NUMBER]],
  ['a command', [NUMBER]],
  ['an unknown option', ['balance', `--${'card'}=${NUMBER}`]],
  ['the name of an option', ['balance', `--${NUMBER}`]],
  ['the name of an option with a value', ['balance', `-${NUMBER}=1`]],
  ['a word behind --', ['pay', '--', NUMBER]],
  ['a login', ['login', '5555555555554444']],
  ['the operand of help', ['help', NUMBER]],
])('R14: a card number as %s is refused with 3 and never shown', async (_what, args) => {
  const { run } = await people().join();
  const digits = args.join('').replace(/\D/g, '');
  for (const more of [[], ['--debug'], ['--json']]) {
    const { code, stdout, stderr } = await run([...more, ...args]);
    expect([code, stdout]).toEqual([3, '']);
    for (const piece of [digits, digits.slice(0, 8), digits.slice(-8), '4111', '4444', '0004'])
      expect(stderr).not.toContain(piece);
    if (more.includes('--json')) expect(JSON.parse(stderr)).toMatchObject({ code: 'card_number_refused' });
    else expect(stderr).toContain('lisa pay AMOUNT');
  }
});

test('R14: a card number typed at a question, or piped in, is refused and sent nowhere', async () => {
  const { run, cli } = await people().join();
  const before = people().cabinet.log();
  const env = { LISA_TOKEN: undefined };
  const piped = await run(['login', '9001234567', '--password-stdin'], { env, stdin: `${NUMBER}\n` });
  expect([piped.code, piped.stdout]).toEqual([3, '']);
  const typed = await run(['login', '9001234567'], { env, tty: true, answers: [NUMBER] });
  expect(typed.code).toBe(3);
  expect(typed.stderr).not.toContain(NUMBER);
  expect(await cli.secrets.get('default', people().cabinet.url)).toBeUndefined();
  expect(people().cabinet.log()).toBe(before);
});

test.each([
  ['a phone number', ['tone', 'gift', 'yolka', '--to', '8 900 123-45-67', '--dry-run']],
  ['16 digits with a wrong check digit', ['tariff', 'switch', '4111111111111112', '--dry-run']],
  ['12 digits', ['tariff', 'switch', '411111111111', '--dry-run']],
])('%s is not taken for one', async (_what, args) => {
  const { run } = await people().join();
  const { stderr } = await run(args);
  expect(stderr).not.toContain('looks like a card number');
});
