import { expect, test } from 'vitest';
import { CARDS, payByCard } from '../../../support/acquirer.ts';
import { eventually } from '../../../support/payments.ts';
import { control } from '../../../support/sandbox.ts';
import { LONG, machineWithSandbox } from '../../../support/sandbox-cli.ts';

const DAY_MS = 86_400_000;
const WEATHER = 'Услуга «Погода утром»';
const TONES = 'Вместо гудков';

interface Row {
  started_at: string;
  service: string;
  cost: { amount: string };
}

test('seventy days of the subscriber who has little money, by the commands', {
  timeout: 3 * LONG,
}, async () => {
  const { run } = await machineWithSandbox();
  const json = async (...args: string[]) => {
    const { code, stdout, stderr } = await run([...args, '--json']);
    if (code !== 0) throw new Error(`lisa ${args.join(' ')} exits with ${code}: ${stderr}`);
    return JSON.parse(stdout);
  };
  const login = () => run(['login', 'low', '--password-stdin'], { stdin: `${control.demo.password}\n` });
  const goOn = async (days: number) => {
    await json('sandbox', 'clock', 'advance', `${days}d`);
    await login();
  };
  const balance = async (): Promise<string> => (await json('balance')).balance.amount;
  const pay = async (roubles: number) => {
    const before = Number(await balance());
    const { checkout_url } = await json('pay', String(roubles), '--yes', '--no-open', '--no-wait');
    await payByCard(checkout_url, CARDS.mir);
    await eventually(async () => (Number(await balance()) === before ? undefined : true));
  };
  const paused = async (): Promise<string[]> => {
    const { fees } = await json('account', 'show');
    const waiting = fees.filter((fee: { state: string }) => fee.state === 'paused');
    return waiting.map((fee: { kind: string; id: string | null }) => fee.id ?? fee.kind);
  };

  // The first day: 18.40 ₽ and 200 more; two services, a tone, and a gift that nobody will answer.
  await run(['sandbox', 'start']);
  await login();
  const { items: melodies } = await json('tone', 'catalog');
  const { id: melody, title } = melodies.find(
    (each: { price: { amount: string } }) => each.price.amount === '15.00',
  );
  const begin = Date.parse((await json('sandbox', 'clock', 'show')).now);
  await pay(200);
  await json('service', 'connect', 'weather', '--yes');
  await json('service', 'connect', 'detailed-bill', '--yes');
  await json('tone', 'set', melody, '--yes');
  await json('tone', 'gift', melody, '--to', control.demo.friendMsisdn, '--yes');
  expect(await balance()).toBe('157.50');
  await goOn(2);
  expect(await balance()).toBe('167.70');

  // The tariff wants 190 ₽ on the 13th day and does not find them: the base rates apply.
  await goOn(12);
  expect((await json('balance')).base_rates_since).not.toBeNull();
  expect(await paused()).toEqual(['start']);

  // After 54 days there is nothing left for a day of anything.
  await goOn(42);
  expect(await balance()).toBe('0.30');
  expect(await paused()).toEqual(['start', 'weather', 'tone_service']);

  // Then money comes, and resumes all of it in order.
  await goOn(7);
  expect(await paused()).toEqual(['start', 'weather', 'detailed-bill', 'tone_service', melody]);
  await pay(300);
  expect(await balance()).toBe('62.90');
  expect(await paused()).toEqual([]);
  await goOn(7);
  expect(await balance()).toBe('46.10');

  const { items } = await json('detail', 'list', '--all', '--from', new Date(begin).toISOString());
  const told = (items as Row[])
    .filter(({ service }) => service !== null && service !== 'Начисление бонусов')
    .map((row) => ({ ...row, day: Math.floor((Date.parse(row.started_at) - begin) / DAY_MS) }))
    .reverse();
  const daysOf = (name: string) => told.filter((row) => row.service === name).map((row) => row.day);
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  expect(daysOf(WEATHER)).toEqual([...days(1, 53), ...days(63, 70)]);
  expect(daysOf(TONES)).toEqual([...days(1, 53), ...days(63, 70)]);
  const months = Math.round((nextMonth(begin) - begin) / DAY_MS);
  const seldom = told.filter(({ service }) => service !== WEATHER && service !== TONES);
  const events = seldom.map(({ day, service, cost }) => `${day}: ${service} ${cost.amount}`);
  const tune = `Мелодия «${title.ru}»`;
  expect(events).toEqual([
    '0: Карта МИР •0004 -200.00',
    '0: Подключение услуги «Погода утром» 0.90',
    '0: Подключение услуги «Счёт на почту» 30.00',
    `0: ${tune} 15.00`,
    `0: Подарок: м${tune.slice(1)} 15.00`,
    `1: Возврат за подарок: м${tune.slice(1)} -15.00`,
    ...[`${months}: Услуга «Счёт на почту» 30.00`, `30: ${tune} 15.00`].sort(
      (one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10),
    ),
    '63: Карта МИР •0004 -300.00',
    '63: Абонентская плата «Старт» 190.00',
    '63: Услуга «Счёт на почту» 30.00',
    `63: ${tune} 15.00`,
  ]);
});

/** The same day of the next month, or its last one, in Yekaterinburg. */
function nextMonth(at: number): number {
  const zone = 5 * 3_600_000;
  const here = new Date(at + zone);
  const last = new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() + 2, 0)).getUTCDate();
  const next = new Date(here);
  next.setUTCMonth(here.getUTCMonth() + 1, Math.min(here.getUTCDate(), last));
  return next.getTime() - zone;
}
