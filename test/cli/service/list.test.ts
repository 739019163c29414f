import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { readRows } from '../../support/shown.ts';

const people = usePeople();
beforeAll(() => addServices(people().store));

async function join() {
  const ann = await people().join();
  await giveServices(people().store, ann.accountId, { internet: 'active', extra: 'active', guard: 'paused' });
  return ann;
}

test('a person sees what is connected, what it costs and when it is taken again', async () => {
  const { run } = await join();
  const russian = await run(['service', 'list', '--lang', 'ru'], { tty: true, columns: 80 });
  expect(readRows(russian.stdout)).toEqual([
    'Код|Услуга|Статус|Разово|Плата|Списание',
    'caller-id|Определитель номера|выкл.|—|бесплатно|—',
    'internet|Интернет|вкл.|—|бесплатно|—',
    'extra|Ещё 5 ГБ|вкл.|—|100,00 ₽/мес.|06.03.2026',
    'turbo|Турбо|выкл.|50,00 ₽|290,00 ₽/мес.|—',
    'guard|Антиспам|пауза|—|1,50 ₽/день|—',
    'forwarding|Переадресация|выкл.|10,00 ₽|—|—',
  ]);
  expect(russian.stderr).toContain('на паузе возобновится');
  expect(russian.stderr).toContain('lisa service show УСЛУГА');
  const english = await run(['service', 'list'], { tty: true, columns: 80 });
  expect(readRows(english.stdout)[3]).toBe('extra|Extra 5 GB|on|—|₽100.00/month|6 Mar 2026');
});

test('--connected, --available and --category narrow the list down', async () => {
  const { run } = await join();
  const ids = async (...options: string[]) => {
    const { stdout } = await run(['service', 'list', ...options]);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0]);
  };
  expect(await ids('--connected')).toEqual(['internet', 'extra', 'guard']);
  expect(await ids('--available')).toEqual(['caller-id', 'turbo', 'forwarding']);
  expect(await ids('--category', 'internet', '--available')).toEqual(['turbo']);
  expect(await ids('--category', 'Звонки', '--lang', 'ru')).toEqual(['caller-id', 'forwarding']);
  const none = await run(['service', 'list', '--category', 'nothing'], { tty: true });
  expect([none.code, none.stdout]).toEqual([0, '']);
  expect(none.stderr).toContain('No service was found');
  const both = await run(['service', 'list', '--connected', '--available']);
  expect([both.code, both.stdout]).toEqual([2, '']);
});

test('a pipe gets one line for every service, a program one object, the same in every language', async () => {
  const { run } = await join();
  const { plain, json } = await expectSameBytes(run, ['service', 'list', '--connected']);
  expect(plain).toBe(
    'internet\tИнтернет\tinternet\tactive\t0.00\t0.00\t\t\t\n' +
      'extra\tЕщё 5 ГБ\tinternet\tactive\t0.00\t100.00\tmonth\t2026-03-06T14:00:00+05:00\t\n' +
      'guard\tАнтиспам\tsecurity\tpaused\t0.00\t1.50\tday\t\t2026-03-04T14:00:00+05:00\n',
  );
  expectGoldenKeys((await run(['service', 'list', '--json'])).stdout);
  expect(JSON.parse(json).items[1]).toMatchObject({ id: 'extra', fee: { amount: '100.00' } });
});
