import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { readPiped, readShown } from '../../support/shown.ts';

const people = usePeople();
beforeAll(() => addServices(people().store));

test('a person reads the fees, and what the service needs and excludes by name', async () => {
  const { run, accountId } = await people().join();
  await giveServices(people().store, accountId, { internet: 'active' });
  const russian = await run(['service', 'show', 'турбо', '--lang', 'ru'], { tty: true });
  expect(readShown(russian.stdout)).toMatchObject({
    Услуга: 'Турбо',
    Раздел: 'Интернет',
    Статус: 'выкл.',
    Подключение: '50,00 ₽',
    Плата: '290,00 ₽',
    'Плата раз в': 'месяц',
    'Нужна услуга': 'Интернет (подключена)',
    'Несовместима с': 'Ещё 5 ГБ',
  });
  expect(russian.stderr).toContain('lisa service connect turbo');
  const english = await run(['service', 'show', 'Turbo'], { tty: true });
  expect(readShown(english.stdout)).toMatchObject({ Needs: 'Internet (connected)', 'Fee every': 'month' });
});

test.each([
  ['guard', 'paused', 'lisa pay'],
  ['guard', 'paused', 'lisa service disconnect guard'],
  ['caller-id', 'active', 'stays'],
  ['fax', undefined, 'archive'],
] as const)('a person learns what can be done with it: %s, %s', async (service, state, text) => {
  const { run, accountId } = await people().join();
  if (state) await giveServices(people().store, accountId, { [service]: state });
  expect((await run(['service', 'show', service], { tty: true })).stderr).toContain(text);
});

test('without a service a terminal is offered the list, a pipe exits with 5', async () => {
  const { run } = await people().join();
  const chosen = await run(['service', 'show'], { tty: true, answers: [''] });
  expect(readShown(chosen.stdout)).toMatchObject({ Service: 'Caller ID' });
  const piped = await run(['service', 'show']);
  expect([piped.code, piped.stdout]).toEqual([5, '']);
});

test('an unknown service is refused with 3 and told where the list is', async () => {
  const { run } = await people().join();
  const { code, stderr } = await run(['service', 'show', 'teleport']);
  expect(code).toBe(3);
  expect(stderr).toContain('lisa service list');
});

test('a pipe and a program get the same in every language', async () => {
  const { run, accountId } = await people().join();
  await giveServices(people().store, accountId, { internet: 'active' });
  const { plain, json } = await expectSameBytes(run, ['service', 'show', 'turbo']);
  expect(readPiped(plain)).toMatchObject({
    service: 'turbo',
    state: 'off',
    fee: '290.00',
    fee_period: 'month',
    requires: 'internet',
    conflicts: 'extra',
  });
  expectGoldenKeys(json);
});
