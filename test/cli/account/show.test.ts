import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { readPiped, readRows, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();
beforeAll(() => addServices(people().store));

/** A tariff that is not paid, a service that waits, one that goes on, and a promised payment. */
async function inTrouble() {
  const { store, join } = people();
  const person = await join({ wallet: -150_00n });
  await giveServices(store, person.accountId, { guard: 'active', extra: 'paused' });
  await person.json('promise', 'take', '50', '--yes');
  await store.transact((tx) =>
    sql`update lines set next_fee_at = null, fee_unpaid_since = '2026-03-01T09:00:00Z'
      where account_id = ${person.accountId}`.execute(tx),
  );
  return person;
}

test('a person is told of what is owed, what waits for money, and since when (R8, R12)', async () => {
  const { run } = await inTrouble();
  const { stdout, stderr } = await run(['account', 'show', '--lang', 'ru'], { tty: true });
  expect(readShown(stdout)).toMatchObject({
    Баланс: '−100,00 ₽',
    'Обещанный платёж': '50,00 ₽',
    'Вернуть за него': '57,00 ₽',
    'Вернуть до': '08.03.2026 14:00',
    'Тариф не оплачен с': '01.03.2026 14:00',
  });
  expect(readRows(stdout).slice(-4)).toEqual([
    'За что|Сумма|Раз в|Следующее|Состояние',
    'Тариф «Старт»|300,00 ₽|30 дней|—|приостановлено',
    'Ещё 5 ГБ|100,00 ₽|месяц|—|приостановлено',
    'Антиспам|1,50 ₽|день|06.03.2026 14:00|действует',
  ]);
  expect(stderr).toContain('базовые цены');
  expect(stderr).toContain('lisa pay');
  const widest = Math.max(
    ...stripColor(stdout)
      .split('\n')
      .map((row) => row.length),
  );
  expect(widest).toBeLessThanOrEqual(80);
  const balance = await run(['balance', '--lang', 'ru'], { tty: true });
  expect(readShown(balance.stdout)).toMatchObject({
    'Тариф не оплачен с': '01.03.2026 14:00',
    'Вернуть за него': '57,00 ₽',
  });
  expect(balance.stderr).toContain('базовые цены');
});

test('a pipe gets the state and the dates of every fee as codes', async () => {
  const { run } = await inTrouble();
  const { plain, json } = await expectSameBytes(run, ['account', 'show']);
  expect(plain.split('\n').slice(-4)).toEqual([
    'tariff\tstart\t300.00\t30_days\tpaused\t\t2026-03-01T14:00:00+05:00',
    'service\textra\t100.00\tmonth\tpaused\t\t2026-03-04T14:00:00+05:00',
    'service\tguard\t1.50\tday\tactive\t2026-03-06T14:00:00+05:00\t',
    '',
  ]);
  expect(readPiped(plain)).toMatchObject({ promise: '50.00', promise_total: '57.00' });
  expectGoldenKeys(json);
});

test('a blocked SIM is told with its term and the way back, its fees without dates (R9)', async () => {
  const { run } = await people().join({ state: 'blocked' });
  const { stdout, stderr } = await run(['account', 'show', '--no-color'], { tty: true });
  expect(readShown(stdout)).toMatchObject({ State: 'blocked', 'Line is kept until': '4 Apr 2026, 14:00' });
  expect(readRows(stdout).at(-1)).toBe('Tariff “Start”|₽300.00|30 days');
  expect(stderr).toContain('lisa sim unblock');
  const gone = await people().join({ state: 'disconnected' });
  expect((await gone.run(['account', 'show'], { tty: true })).stderr).toBe('No recurring fees.\n');
});

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
    Бонусы: '0,00 ₽',
    Тариф: 'Старт',
    'Вместо гудков': 'отключена',
    'SMS приходят на': '922\u00a0111-22-33',
    Новости: 'подписки нет',
  });
  expect(readRows(russian.stdout).at(-1)).toBe('Тариф «Старт»|300,00 ₽|30 дней|15.03.2026 14:00');
  expect(russian.stderr).toBe('');
  expect(readShown((await run(['account', 'show'], { tty: true })).stdout)).toMatchObject({
    'Contract date': '29 Jan 2025',
    Region: 'Sverdlovsk region',
    State: 'active',
    Balance: '₽1,234.56',
    News: 'not subscribed',
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
    bonus: '0.00',
    tone_service: 'off',
    notify_sms: msisdn,
    notify_news: 'no',
  });
  expect(plain).toContain('tariff\tstart\t300.00\t30_days\tactive\t2026-03-15T14:00:00+05:00\t\n');
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
