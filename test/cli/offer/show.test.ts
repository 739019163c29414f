import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { useOffers } from '../../support/offers.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown } from '../../support/shown.ts';

const { join } = useOffers();

test('a person reads the package, its price and until when to answer', async () => {
  const { run } = await join();
  const { stdout, stderr } = await run(['offer', 'show', '10 гб на неделю', '--lang', 'ru'], { tty: true });
  expect(readShown(stdout)).toMatchObject({
    Предложение: '10 ГБ на неделю',
    Объём: '10 ГБ',
    Дней: '7',
    Цена: '99,00 ₽',
    Статус: 'открыто',
    'Принять до': '25.03.2026 14:00',
  });
  expect(stderr).toContain('lisa offer accept week');
});

test('without an offer a terminal is offered all of them, a pipe exits with 5', async () => {
  const { run } = await join();
  const chosen = await run(['offer', 'show'], { tty: true, answers: [''] });
  expect(readShown(chosen.stdout)).toMatchObject({ Offer: '10 GB for a week' });
  expect(chosen.stderr).toContain('100 SMS for the holidays');
  expect((await run(['offer', 'show'])).code).toBe(5);
});

test('an offer to others is refused with 3', async () => {
  const { run } = await join();
  const { code, stderr } = await run(['offer', 'show', 'thanks']);
  expect(code).toBe(3);
  expect(stderr).toContain('lisa offer list');
});

test('a pipe and a program get the same in every language', async () => {
  const { run } = await join();
  const { plain, json } = await expectSameBytes(run, ['offer', 'show', 'week']);
  expect(readPiped(plain)).toMatchObject({
    offer: 'week',
    usage_type: 'data',
    price: '99.00',
    state: 'open',
  });
  expectGoldenKeys(json);
});
