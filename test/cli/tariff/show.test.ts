import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown } from '../../support/shown.ts';

const people = usePeople();

test('a person reads the packages, the base rates and the next fee', async () => {
  const { run } = await people().join();
  expect(readShown((await run(['tariff', 'show', '--lang', 'ru'], { tty: true })).stdout)).toMatchObject({
    Тариф: 'Старт',
    'Плата за 30 дней': '300,00 ₽',
    Минуты: '300',
    Интернет: '10 ГБ',
    'Сверх пакета: минута': '2,00 ₽',
    'Следующее списание': '15.03.2026 14:00',
    'Сменить можно с': '—',
  });
  expect(readShown((await run(['tariff', 'show'], { tty: true })).stdout)).toMatchObject({
    Tariff: 'Start',
    'Fee for 30 days': '₽300.00',
    Data: '10 GB',
  });
});

test('a pipe and a program get the same in every language', async () => {
  const { run } = await people().join();
  const { plain, json } = await expectSameBytes(run, ['tariff', 'show']);
  expect(readPiped(plain)).toMatchObject({ tariff: 'start', data: '10737418240', switch_not_before: '' });
  expectGoldenKeys(json);
});
