import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { optionsOf } from '../../src/cli/common-options.ts';
import { useOffice } from '../support/office.ts';
import { usePeople } from '../support/people.ts';
import { stripColor } from '../support/shown.ts';
import { readTrail } from '../support/staff.ts';

const people = usePeople();
const office = useOffice(people);

const REASON = 'жалоба № 5';
/** Sends what a trace holds, which has a test of its own. */
const REPLAY = 'support replay';
const reads = commands
  .map(({ spec }) => spec)
  .filter(({ words, subscriberReads }) => subscriberReads && words !== REPLAY)
  .map(({ words }) => words);

/** What a command needs besides its words. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  'detail export': ['--out', '-', '--format', 'ndjson'],
  'service show': ['no-such'],
  'news show': ['no-such'],
  'offer show': ['no-such'],
};

describe('--as NUMBER --reason TEXT', () => {
  test('is understood by every command that shows what is a subscriber’s', () => {
    expect([...reads].sort()).toEqual([
      'account show',
      'balance',
      'bonus history',
      'bonus show',
      'detail export',
      'detail list',
      'news list',
      'news show',
      'offer list',
      'offer show',
      'payment list',
      'promise show',
      'service list',
      'service show',
      'sim status',
      'tariff list',
      'tariff show',
      'tone catalog',
      'tone gifts',
      'tone list',
      'tone status list',
    ]);
  });

  test.each(reads)('lisa %s shows support what the subscriber sees, and it is recorded', async (words) => {
    const { run, accountId, msisdn } = await people().join({ wallet: 100_00n });
    const support = await office({ role: 'support' });
    const line = [
      ...words.split(' '),
      ...(FURTHER[words] ?? []),
      ...(words === 'detail export' ? [] : ['--json']),
    ];
    const own = await run(line);
    const seen = await support.run([...line, '--as', `+7${msisdn}`, '--reason', REASON]);
    expect([seen.code, seen.stdout]).toEqual([own.code, own.stdout]);
    const trail = (await readTrail(people().store)).filter(({ member }) => member === support.login);
    expect(trail.length).toBeGreaterThan(0);
    for (const row of trail) expect(row).toMatchObject({ subject: `account:${accountId}`, reason: REASON });
  });

  test('says on a terminal whom one looks at, and asks for the reason that is missing', async () => {
    const { msisdn } = await people().join();
    const { run } = await office({ role: 'support' });
    const words = ['balance', '--as', msisdn, '--lang', 'ru'];
    const outcome = await run(words, { tty: true, answers: ['ab', REASON] });
    expect(outcome.code).toBe(0);
    expect(stripColor(outcome.stderr)).toContain(`Вы видите то же, что абонент ${msisdn}`);
    expect(outcome.stdout).not.toContain('Вы видите');
    const piped = await run([...words, '--reason', REASON]);
    expect(piped.stderr).not.toContain('Вы видите');
  });

  test.each([
    ['no reason in a script', ['balance', '--as', '9300000000'], '--reason TEXT'],
    ['a reason alone', ['balance', '--reason', REASON], '--as NUMBER'],
    ['nobody', ['balance', '--as', ' ', '--reason', REASON], '--as needs'],
    ['too short a reason', ['balance', '--as', '9300000000', '--reason', 'x'], '3 to 200'],
    ['a change', ['tariff', 'switch', 'mega', '--as', '9300000000', '--reason', REASON], '«--as»'],
    ['the session', ['status', '--as', '9300000000'], '«--as»'],
  ])('with %s is a mistake, and nothing is sent', async (_, words, text) => {
    const { run, login } = await office({ role: 'support' });
    const outcome = await run(words);
    expect([outcome.code, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).toContain(text);
    expect((await readTrail(people().store)).filter(({ member }) => member === login)).toEqual([]);
  });

  test('is on no other command', () => {
    const others = commands.filter(({ spec }) => !spec.subscriberReads);
    expect(others.filter(({ spec }) => Object.hasOwn(optionsOf(spec), 'as'))).toEqual([]);
  });

  test('is not for a subscriber, not for an issuer, and finds nobody that is not there', async () => {
    const { run, msisdn } = await people().join();
    const own = await run(['balance', '--as', msisdn, '--reason', REASON]);
    expect([own.code, own.stdout]).toEqual([4, '']);
    const issuer = await office();
    expect((await issuer.run(['balance', '--as', msisdn, '--reason', REASON])).code).toBe(3);
    const support = await office({ role: 'support' });
    const nobody = await support.run(['balance', '--as', '9029999999', '--reason', REASON]);
    expect(nobody.stderr).toContain('There is no such subscriber.');
  });

  test('without it a member is told of it; a change is nobody’s but the subscriber’s', async () => {
    const { run } = await office({ role: 'support' });
    const read = await run(['balance']);
    expect([read.code, read.stdout]).toEqual([3, '']);
    expect(read.stderr).toContain('--as NUMBER --reason TEXT');
    const change = await run(['sim', 'block', '--reason', 'lost', '--yes']);
    expect(change.code).toBe(3);
    expect(change.stderr).toContain('only a subscriber');
  });
});
