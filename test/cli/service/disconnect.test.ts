import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();
beforeAll(() => addServices(people().store));

test('a person is told that nothing is returned, agrees, and gets the new state', async () => {
  const { run, json, accountId } = await people().join();
  await giveServices(people().store, accountId, { guard: 'active' });
  const { code, stdout, stderr } = await run(['service', 'disconnect', 'антиспам', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(stripColor(stderr)).toContain('не возвращается');
  expect(stripColor(stderr)).toContain('Отключить эту услугу?');
  expect(readShown(stdout)).toMatchObject({ Услуга: 'Антиспам', Статус: 'выкл.' });
  expect(await json('service', 'show', 'guard')).toMatchObject({ state: 'off' });
});

test('--dry-run shows the same keys and changes nothing, in every language', async () => {
  const { run, json, accountId } = await people().join();
  await giveServices(people().store, accountId, { guard: 'paused' });
  const words = ['service', 'disconnect', 'guard'];
  const { plain, json: preview } = await expectSameBytes(run, [...words, '--dry-run']);
  expect(readPiped(plain)).toEqual({ service: 'guard', state: 'off' });
  expectGoldenKeys(preview);
  expect(await json('service', 'show', 'guard')).toMatchObject({ state: 'paused' });
  const done = await run([...words, '--yes', '--json']);
  expectGoldenKeys(done.stdout);
  expect(JSON.parse(done.stdout)).toMatchObject({ dry_run: false, service: { state: 'off' } });
});

test('without a service a terminal is offered the connected ones, a pipe exits with 5', async () => {
  const { run, json, accountId } = await people().join();
  await giveServices(people().store, accountId, { guard: 'active' });
  const chosen = await run(['service', 'disconnect'], { tty: true, answers: ['', 'y'] });
  expect(chosen.code).toBe(0);
  expect(chosen.stderr).toContain('Spam filter · ₽1.50/day');
  expect(await json('service', 'show', 'guard')).toMatchObject({ state: 'off' });
  expect((await run(['service', 'disconnect', '--yes'])).code).toBe(5);
});

test.each([
  ['one that is not connected', {}, 'guard', 'service_not_connected', 'not connected'],
  ['one that comes with the line', {}, 'caller-id', 'service_not_removable', 'stays'],
  ['one that others need', {}, 'internet', 'service_required_by', '«Extra 5 GB»'],
  ['an unknown one', {}, 'teleport', 'service_not_found', 'lisa service list'],
  ['one of a disconnected line', { state: 'disconnected' }, 'extra', 'line_disconnected', 'office'],
] as const)('%s is refused with 3', async (_, wanted, service, refusal, text) => {
  const { run, accountId } = await people().join(wanted);
  await giveServices(people().store, accountId, {
    'caller-id': 'active',
    internet: 'active',
    extra: 'active',
  });
  const told = await run(['service', 'disconnect', service, '--yes']);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toContain(text);
  const json = await run(['service', 'disconnect', service, '--yes', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ schema: 'error/1', code: refusal });
});
