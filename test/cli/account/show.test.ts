import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown } from '../../support/shown.ts';

const people = usePeople();

test('a person reads contract, line and tariff in their language', async () => {
  const { run, accountId, networkLogin } = await people().join({ wallet: 1_234_56n, msisdn: '9221112233' });
  const russian = await run(['account', 'show', '--lang', 'ru'], { tty: true });
  expect(russian.code).toBe(0);
  expect(readShown(russian.stdout)).toMatchObject({
    'Лицевой счёт': String(accountId),
    Владелец: 'Иванова Анна Сергеевна',
    'Дата договора': '29.01.2025',
    Номер: '922\u00a0111-22-33',
    'Сетевой логин': networkLogin,
    Регион: 'Свердловская область',
    Состояние: 'активен',
    Баланс: '1\u00a0234,56 ₽',
    Тариф: 'Старт',
    'Следующее списание': '15.03.2026 14:00',
    'Вместо гудков': 'отключена',
  });
  expect(readShown((await run(['account', 'show'], { tty: true })).stdout)).toMatchObject({
    'Contract date': '29 Jan 2025',
    Region: 'Sverdlovsk region',
    State: 'active',
    Balance: '₽1,234.56',
    'Next fee': '15 Mar 2026, 14:00',
  });
});

test('a pipe gets key and value lines, a program one object, the same in every language', async () => {
  const { run, accountId, msisdn } = await people().join({ wallet: -50n });
  const { plain, json } = await expectSameBytes(run, ['account', 'show']);
  expect(readPiped(plain)).toMatchObject({
    account_id: String(accountId),
    msisdn,
    region: 'sverdlovsk',
    state: 'active',
    balance: '-0.50',
    tariff: 'start',
    fee: '300.00',
    tone_service: 'off',
  });
  expectGoldenKeys(json);
  expect(JSON.parse(json)).toMatchObject({ balance: { amount: '-0.50', currency: 'RUB' } });
});

test('without a login it exits with 4, as an object with --json', async () => {
  const { run } = await people().join();
  const env = { LISA_TOKEN: 'x'.repeat(43) };
  const text = await run(['account', 'show'], { env });
  expect([text.code, text.stdout]).toEqual([4, '']);
  const json = await run(['account', 'show', '--json'], { env });
  expect([json.code, json.stdout]).toEqual([4, '']);
  expect(JSON.parse(json.stderr)).toMatchObject({ schema: 'error/1', code: 'token_unknown' });
});

test('no byte of colour reaches a terminal that does not want it', async () => {
  const { run } = await people().join({ state: 'blocked' });
  const colored = await run(['account', 'show'], { tty: true });
  expect(colored.stdout).toContain('\u001b[31mblocked\u001b[39m');
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
    const { stdout, stderr } = await run(['account', 'show'], { tty: true, env });
    expect(stdout + stderr).not.toContain('\u001b');
  }
});
