import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();
beforeAll(() => addServices(people().store));

test('a person sees what is taken, agrees, and gets the new state', async () => {
  const { run, json, accountId } = await people().join({ wallet: 400_00n });
  await giveServices(people().store, accountId, { internet: 'active' });
  const { code, stdout, stderr } = await run(['service', 'connect', 'Турбо', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(readShown(stderr)).toMatchObject({
    Услуга: 'Турбо',
    Подключение: '50,00 ₽',
    Плата: '290,00 ₽',
    'Следующее списание': '05.04.2026 14:00',
    'Спишется сразу': '340,00 ₽',
    'Баланс после': '60,00 ₽',
  });
  expect(stripColor(stderr)).toContain('Подключить эту услугу?');
  expect(readShown(stdout)).toMatchObject({ Услуга: 'Турбо', 'Баланс после': '60,00 ₽' });
  expect(stderr).toContain('lisa service list --connected');
  expect(await json('service', 'show', 'turbo')).toMatchObject({ state: 'active' });
});

test('--dry-run shows the same keys and changes nothing, in every language', async () => {
  const { run, json } = await people().join({ wallet: 10_00n });
  const { plain, json: preview } = await expectSameBytes(run, ['service', 'connect', 'guard', '--dry-run']);
  expect(readPiped(plain)).toMatchObject({ service: 'guard', total: '1.50', balance_after: '8.50' });
  expectGoldenKeys(preview);
  expect(JSON.parse(preview)).toMatchObject({ schema: 'service-connect/1', dry_run: true });
  expect(await json('service', 'show', 'guard')).toMatchObject({ state: 'off' });
  const done = await run(['service', 'connect', 'guard', '--yes', '--json']);
  expectGoldenKeys(done.stdout);
  expect(JSON.parse(done.stdout)).toMatchObject({ dry_run: false, balance_after: { amount: '8.50' } });
});

test('without a service a terminal is offered what can be connected, a pipe exits with 5', async () => {
  const { run, json, accountId } = await people().join();
  await giveServices(people().store, accountId, { 'caller-id': 'active' });
  const chosen = await run(['service', 'connect'], { tty: true, answers: ['', 'y'] });
  expect(chosen.code).toBe(0);
  expect(chosen.stderr).toContain('Internet · free');
  expect(chosen.stderr).toContain('Turbo · ₽50.00 once, ₽290.00/month');
  expect(chosen.stderr).not.toContain('Caller ID');
  expect(await json('service', 'show', 'internet')).toMatchObject({ state: 'active' });
  const piped = await run(['service', 'connect', '--yes']);
  expect([piped.code, piped.stdout]).toEqual([5, '']);
  expect(piped.stderr).toContain('SERVICE');
});

test.each([
  ['an unknown service', {}, {}, 'teleport', 'service_not_found', 'lisa service list'],
  ['a service of the archive', {}, {}, 'fax', 'service_not_available', 'no longer offered'],
  ['a connected one', {}, { guard: 'active' }, 'Spam filter', 'service_already_connected', 'already'],
  ['one that needs another', {}, {}, 'extra', 'service_requires', '«Internet»'],
  [
    'one that excludes another',
    {},
    { internet: 'active', extra: 'active' },
    'turbo',
    'service_conflicts',
    '«Extra 5 GB»',
  ],
  ['too little money', { wallet: 1_49n }, {}, 'guard', 'insufficient_funds', 'lisa pay AMOUNT'],
  ['a blocked SIM', { state: 'blocked' }, {}, 'guard', 'line_blocked', 'lisa sim unblock'],
  ['a disconnected line', { state: 'disconnected' }, {}, 'guard', 'line_disconnected', 'office'],
] as const)('%s is refused with 3', async (_, wanted, has, service, refusal, text) => {
  const { run, accountId } = await people().join(wanted);
  if (Object.keys(has).length > 0) await giveServices(people().store, accountId, has);
  const told = await run(['service', 'connect', service, '--yes']);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toContain(text);
  const json = await run(['service', 'connect', service, '--yes', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ schema: 'error/1', code: refusal });
  const asked = await run(['service', 'connect', service], { tty: true, answers: ['y'] });
  expect(asked.code).toBe(3);
  expect(asked.stderr).not.toContain('?');
});
