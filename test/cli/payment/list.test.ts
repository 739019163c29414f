import { expect, test } from 'vitest';
import { CARDS, payByCard } from '../../support/acquirer.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { pageIn, usePayers } from '../../support/payers.ts';
import { eventually } from '../../support/payments.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { stripColor } from '../../support/shown.ts';

const payers = usePayers();

test('what became of every payment is shown, newest first, in both languages', async () => {
  const { run, json } = await payers().join();
  for (const [amount, card] of [
    ['100', CARDS.mir],
    ['200', CARDS.declined],
  ] as const) {
    const { stderr } = await run(['pay', amount, '--yes', '--no-wait']);
    await payByCard(pageIn(stderr), card);
    payers().cabinet.clock.advance(1_000);
  }
  await run(['pay', '300', '--yes', '--no-wait']);
  const states = async () =>
    ((await json('payment', 'list'))['items'] as { state: string }[]).map(({ state }) => state);
  await eventually(async () => ((await states()).join() === 'pending,declined,captured' ? true : undefined));
  const ru = stripColor((await run(['payment', 'list', '--lang', 'ru'], { tty: true, columns: 140 })).stdout);
  for (const text of [
    'МИР •0004',
    'оплачен',
    'Visa •0002',
    'отклонён',
    'банк отказал',
    'ожидает оплаты',
    '300,00 ₽',
  ])
    expect(ru).toContain(text);
  const en = stripColor((await run(['payment', 'list'], { tty: true, columns: 140 })).stdout);
  for (const text of ['Mir •0004', 'paid', 'declined', 'the bank refused', 'waiting'])
    expect(en).toContain(text);
  const { plain, json: object } = await expectSameBytes(run, ['payment', 'list']);
  const rows = plain
    .slice(0, -1)
    .split('\n')
    .map((line) => line.split('\t').slice(2));
  expect(rows).toEqual([
    ['300.00', 'pending', '', ''],
    ['200.00', 'declined', 'visa 0002', 'declined'],
    ['100.00', 'captured', 'mir 0004', ''],
  ]);
  expectGoldenKeys(object);
});

test('without payments a terminal says so and a pipe gets nothing', async () => {
  const { run } = await payers().join();
  expect((await run(['payment', 'list'])).stdout).toBe('');
  expect((await run(['payment', 'list'], { tty: true })).stderr).toContain('There are no card payments.');
});
