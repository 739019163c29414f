import { afterAll, expect, test } from 'vitest';
import { type Fate, type LossyProxy, startLossyProxy } from '../support/lossy-proxy.ts';
import { type Person, usePeople } from '../support/people.ts';
import { stripColor } from '../support/shown.ts';

const people = usePeople();
const proxies: LossyProxy[] = [];
afterAll(() => Promise.all(proxies.map((proxy) => proxy.stop())));

/** A subscriber with 1 000 ₽ whose way to the cabinet loses what `fates` say. */
async function behind(...fates: Fate[]): Promise<{ person: Person; proxy: LossyProxy }> {
  const proxy = await startLossyProxy(people().cabinet.url, fates);
  proxies.push(proxy);
  return { person: await people().join({ wallet: 1_000_00n }, proxy.url), proxy };
}

const SWITCH = ['tariff', 'switch', 'mega'];
const charged = { balance: { amount: '400.00' }, tariff: { id: 'mega' } };
const untouched = { balance: { amount: '1000.00' }, tariff: { id: 'start' } };

test.each<Fate>(['lose', 'break', 'busy'])(
  'a request that the way does %s is retried with the same key, and acts once',
  async (fate) => {
    const { person, proxy } = await behind(fate, fate, 'pass');
    const { code, stdout } = await person.run([...SWITCH, '--yes', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      balance_before: { amount: '1000.00' },
      balance_after: { amount: '400.00' },
    });
    expect(proxy.sent).toHaveLength(3);
    expect(new Set(proxy.sent.map(({ key }) => key)).size).toBe(1);
    expect(proxy.sent[0]?.key).toMatch(/^[0-9a-f-]{32,36}$/);
    expect(await person.json('balance')).toMatchObject(charged);
  },
);

test('when every answer is lost the outcome is unknown: exit 7 and the command that shows it', async () => {
  const { person } = await behind('lose');
  const { code, stdout, stderr } = await person.run([...SWITCH, '--yes']);
  expect([code, stdout]).toEqual([7, '']);
  expect(stderr).toContain('It is not known whether it was done.');
  expect(stderr).toContain('lisa tariff show');
  expect(stderr).not.toContain('Safe to try again');
  expect(await person.json('balance')).toMatchObject(charged);
});

test('a lost answer stays unknown when the cabinet is busy or gone afterwards', async () => {
  for (const after of ['busy', 'break'] as const) {
    const { person } = await behind('lose', after);
    const { code, stderr } = await person.run([...SWITCH, '--yes', '--json', '--lang', 'ru']);
    expect(code).toBe(7);
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'outcome_unknown',
      hint: 'Проверить: lisa tariff show',
    });
  }
});

test.each<Fate>(['fail', 'newer'])(
  'a failure inside the cabinet (%s) leaves the outcome unknown, with the number of the request at hand',
  async (fate) => {
    const { person } = await behind(fate);
    const { code, stderr } = await person.run([...SWITCH, '--yes', '--json']);
    expect(code).toBe(7);
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'outcome_unknown',
      hint: 'See with: lisa tariff show',
      request_id: 'proxy',
    });
  },
);

test('a cabinet that is busy all the time has done nothing, and it is safe to try again', async () => {
  const { person } = await behind('busy');
  const { code, stderr } = await person.run([...SWITCH, '--yes', '--json']);
  expect(code).toBe(7);
  expect(JSON.parse(stderr)).toMatchObject({ code: 'unavailable', hint: 'Safe to try again.' });
  expect(await person.json('balance')).toMatchObject(untouched);
});

test.each([
  ['sim block', ['sim', 'block', '--reason', 'lost', '--yes'], 'lisa sim status'],
  ['tone accept', ['tone', 'accept', '01900000-0000-7000-8000-000000000000', '--yes'], 'lisa tone gifts'],
])('%s names its own command for an unknown outcome', async (_, args, command) => {
  const { person } = await behind('lose');
  const { code, stderr } = await person.run(args);
  expect(code).toBe(7);
  expect(stderr).toContain(`See with: ${command}`);
});

test('Ctrl-C while the request is on its way ends at once: 130, outcome unknown', async () => {
  const { person, proxy } = await behind('hang');
  const { code, stdout, stderr } = await person.run([...SWITCH, '--yes', '--json'], { ctrlC: proxy.reached });
  expect([code, stdout]).toEqual([130, '']);
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'outcome_unknown',
    message: 'Interrupted. It is not known whether it was done.',
    hint: 'See with: lisa tariff show',
  });
  expect(await person.json('balance')).toMatchObject(charged);
});

test('Ctrl-C at the question has done nothing: 130', async () => {
  const { person, proxy } = await behind('pass');
  const { code, stdout, stderr } = await person.run(SWITCH, { tty: true, answers: ['\u0003'] });
  expect([code, stdout]).toEqual([130, '']);
  expect(stripColor(stderr)).toContain('Nothing was done.');
  expect(proxy.sent).toEqual([]);
});

test.each(['n', '', 'нет', 'yep'])('«%s» declines: exit 1, nothing was sent', async (answer) => {
  const { person, proxy } = await behind('pass');
  const { code, stdout, stderr } = await person.run(SWITCH, { tty: true, answers: [answer] });
  expect([code, stdout]).toEqual([1, '']);
  expect(stripColor(stderr)).toContain('✗ Nothing was done.');
  expect(proxy.sent).toEqual([]);
  expect(await person.json('balance')).toMatchObject(untouched);
});

test('a decline with --json is an object with its own code after the preview', async () => {
  const { person } = await behind('pass');
  const { code, stdout, stderr } = await person.run([...SWITCH, '--json'], {
    tty: true,
    pipe: true,
    answers: ['n'],
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(JSON.parse(stripColor(stderr).trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    schema: 'error/1',
    code: 'declined',
  });
});

test('without a terminal and without --yes it exits with 5 before anything is sent', async () => {
  const { person, proxy } = await behind('pass');
  for (const [args, options] of [
    [SWITCH, {}],
    [[...SWITCH, '--no-input'], { tty: true }],
    [SWITCH, { tty: true, env: { CI: '1' } }],
  ] as const) {
    const { code, stdout, stderr } = await person.run(args, options);
    expect([code, stdout]).toEqual([5, '']);
    expect(stderr).toContain('--yes');
  }
  expect(proxy.sent).toEqual([]);
});

test('--dry-run wins over --yes and never sends the deed', async () => {
  const { person, proxy } = await behind('pass');
  const { code, stderr } = await person.run([...SWITCH, '--dry-run', '--yes']);
  expect(code).toBe(0);
  expect(stderr).toContain('Nothing was changed.');
  expect(proxy.sent).toEqual([]);
  expect(await person.json('balance')).toMatchObject(untouched);
});

test('the preview is on stderr also when stdout goes into a file', async () => {
  const { person } = await behind('pass');
  const { code, stdout, stderr } = await person.run(SWITCH, { tty: true, pipe: true, answers: ['y'] });
  expect(code).toBe(0);
  expect(stripColor(stderr)).toContain('To be taken at once');
  expect(stdout).toContain('balance_after\t400.00\n');
  expect(stdout).not.toContain('\u001b');
});

test('the key is told with --debug, and is the one that was sent', async () => {
  const { person, proxy } = await behind('pass');
  const { stderr } = await person.run([...SWITCH, '--yes', '--debug']);
  expect(stderr).toContain(`Idempotency-Key: ${proxy.sent[0]?.key}\n`);
});

test('every run has a key of its own', async () => {
  const { person, proxy } = await behind('pass');
  await person.run(['sim', 'block', '--reason', 'lost', '--yes']);
  await person.run(['sim', 'block', '--reason', 'lost', '--yes']);
  expect(new Set(proxy.sent.map(({ key }) => key)).size).toBe(2);
});
