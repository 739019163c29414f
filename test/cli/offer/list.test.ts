import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { useOffers } from '../../support/offers.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows } from '../../support/shown.ts';

const { people, join } = useOffers();

test('a person sees the offers, open ones first, and how to accept', async () => {
  const { run } = await join();
  const russian = await run(['offer', 'list', '--lang', 'ru'], { tty: true, columns: 80 });
  expect(readRows(russian.stdout)).toEqual([
    'Код|Предложение|Дней|Цена|Статус|До',
    'week|10 ГБ на неделю|7|99,00 ₽|открыто|25.03.2026',
    'greetings|100 SMS к праздникам|14|15,00 ₽|истекло|04.03.2026',
  ]);
  expect(russian.stderr).toContain('lisa offer accept');
  const english = await run(['offer', 'list'], { tty: true, columns: 80 });
  expect(readRows(english.stdout)[1]).toBe('week|10 GB for a week|7|₽99.00|open|25 Mar 2026');
});

test('a person without offers is told so', async () => {
  const { run } = await people().join();
  const { code, stdout, stderr } = await run(['offer', 'list'], { tty: true });
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toContain('no offers for you');
});

test('a pipe gets one line for every offer, a program one object, the same in every language', async () => {
  const { run } = await join();
  const { plain, json } = await expectSameBytes(run, ['offer', 'list']);
  expect(plain.split('\n')[0]).toBe(
    'week\t10 ГБ на неделю\tdata\t10737418240\t7\t99.00\topen\t2026-03-25T14:00:00+05:00\t',
  );
  expectGoldenKeys(json);
});
