import { describe, expect, test } from 'vitest';
import { InputNeeded, Interrupted, UsageError } from '../../../src/cli/errors.ts';
import { explain } from '../../../src/cli/explain.ts';
import {
  CabinetError,
  type ErrorParams,
  TransportError,
  type TransportFailure,
} from '../../../src/client/errors.ts';
import { type ErrorCode, errors } from '../../../src/contract/errors.ts';
import { loadMessages } from '../../../src/messages/index.ts';

const locales = ['en', 'ru'] as const;
const translators = { en: await loadMessages('en'), ru: await loadMessages('ru') };
const codes = Object.keys(errors) as ErrorCode[];

/** What a correct cabinet sends. */
const VALUES: Readonly<Record<string, unknown>> = {
  field: 'to',
  reason: 'no_digit',
  limit_bytes: 65_536,
  retry_after_seconds: 61,
  idle_minutes: 15,
  needed: { amount: '450.00', currency: 'RUB' },
  available: { amount: '12.30', currency: 'RUB' },
  not_before: '2026-12-22T10:00:00+05:00',
  blocked_until: '2026-12-22T10:00:00+05:00',
  attempts_left: 2,
  state: 'accepted',
  expired_at: '2026-11-22T10:00:00+05:00',
  earliest: '2023-11-22T00:00:00+05:00',
  limit: 20,
  services: [
    { id: 'roaming', name: { ru: 'Роуминг', en: 'Roaming' } },
    { id: 'mms', name: { ru: 'Картинки', en: 'Pictures' } },
  ],
  minimum: { amount: '10.00', currency: 'RUB' },
  maximum: { amount: '15000.00', currency: 'RUB' },
  due_at: '2026-11-25T10:00:00+05:00',
  role: 'support',
  allowed: ['issuer', 'administrator'],
};

/** What a hostile or broken one may send for any parameter. */
const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  '',
  'constructor',
  '__proto__',
  Number.NaN,
  -1,
  1.5,
  1e300,
  [],
  {},
  { amount: 'much' },
  true,
  [null, 7, { name: null }, { name: { ru: {}, en: [] } }],
];

function paramsOf(code: ErrorCode, value: (name: string) => unknown): ErrorParams {
  return Object.fromEntries(errors[code].params.map((name) => [name, value(name)]));
}

const expectedExit = { refused: 3, login: 4, retry: 7, fault: 1 } as const;

describe.each(locales)('in %s', (locale) => {
  const tell = (error: unknown) => explain(error, translators[locale], locale);

  test.each(codes)('%s has a text with its parameters and its exit code', (code) => {
    const params = paramsOf(code, (name) => VALUES[name]);
    expect(Object.values(params), 'every parameter has a sample').not.toContain(undefined);
    const told = tell(new CabinetError(code, errors[code].status, params, 'req-1'));
    expect(told).toMatchObject({ code, exit: expectedExit[errors[code].remedy], requestId: 'req-1' });
    expect(told.message).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });

  test.each(codes)('%s has a text without parameters and with senseless ones', (code) => {
    expect(tell(new CabinetError(code, errors[code].status, {}, undefined)).message).not.toBe('');
    for (const value of HOSTILE) {
      const told = tell(
        new CabinetError(
          code,
          errors[code].status,
          paramsOf(code, () => value),
          undefined,
        ),
      );
      expect(told.message).not.toMatch(/\{\w+\}|undefined|\[object|function/);
      expect(told.exit).toBe(expectedExit[errors[code].remedy]);
    }
  });

  const failures: Record<TransportFailure, true> = {
    name: true,
    refused: true,
    timeout: true,
    tls: true,
    proxy: true,
    closed: true,
    too_large: true,
    redirect: true,
    bad_reply: true,
    insecure: true,
  };

  test.each(Object.keys(failures) as TransportFailure[])(
    'a failure of the transport (%s) exits with 7',
    (failure) => {
      const error = new TransportError(failure, {
        origin: 'https://lisa.example',
        detail: 'ECONN',
        sent: true,
      });
      const told = tell(error);
      expect(told).toMatchObject({ exit: 7, code: `transport_${failure}` });
      expect(told.message).not.toMatch(/\{\w+\}/);
      expect(told.hint).toBeDefined();
    },
  );

  test('every failure of the transport reads differently', () => {
    const texts = (Object.keys(failures) as TransportFailure[]).map(
      (failure) =>
        tell(new TransportError(failure, { origin: 'https://lisa.example.ru', detail: 'd', sent: false }))
          .message,
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});

const told = (error: unknown, locale: 'en' | 'ru' = 'en') => explain(error, translators[locale], locale);

test('money and dates of a refusal follow the language', () => {
  const short = new CabinetError(
    'insufficient_funds',
    409,
    paramsOf('insufficient_funds', (n) => VALUES[n]),
    undefined,
  );
  expect(told(short, 'ru').message).toBe('Недостаточно денег: нужно 450,00 ₽, доступно 12,30 ₽.');
  expect(told(short, 'en').message).toBe('Not enough money: ₽450.00 is needed, ₽12.30 is available.');
  const soon = new CabinetError(
    'tariff_switch_too_soon',
    409,
    { not_before: VALUES['not_before'] },
    undefined,
  );
  expect(told(soon, 'ru').message).toContain('22.12.2026 10:00');
});

test('services that stand in the way are named in the language of the reader', () => {
  const error = new CabinetError('service_requires', 409, { services: VALUES['services'] }, undefined);
  expect(told(error, 'ru').message).toContain('«Роуминг», «Картинки»');
  expect(told(error, 'en').message).toContain('«Roaming», «Pictures»');
});

test('who has too little money is told how to top up', () => {
  const error = new CabinetError('insufficient_funds', 409, {}, undefined);
  expect(told(error, 'ru').hint).toContain('lisa pay СУММА');
  expect(told(error, 'en').hint).toContain('lisa pay AMOUNT');
});

test.each([
  [1, 'Осталась 1 попытка', '1 attempt is left'],
  [2, 'Осталось 2 попытки', '2 attempts are left'],
  [5, 'Осталось 5 попыток', '5 attempts are left'],
  [0, 'Осталось 0 попыток', '0 attempts are left'],
])('%i attempts are counted as the language counts', (attempts_left, ru, en) => {
  const error = new CabinetError('codeword_wrong', 403, { attempts_left }, undefined);
  expect(told(error, 'ru').message).toContain(ru);
  expect(told(error, 'en').message).toContain(en);
});

test.each([
  [401, 4],
  [403, 3],
  [422, 3],
  [500, 7],
  [503, 7],
])('a code that this version does not know exits by its status: %i → %i', (status, exit) => {
  expect(told(new CabinetError('brand_new', status, {}, undefined))).toMatchObject({
    exit,
    code: 'brand_new',
  });
});

test('a name of the prototype is not a code', () => {
  expect(told(new CabinetError('toString', 409, {}, undefined)).message).toContain('toString');
});

test('usage, missing answers, interruptions and surprises have their exit codes', () => {
  expect(told(new UsageError('error.bad-day', { value: 'x' })).exit).toBe(2);
  expect(told(new InputNeeded('consent', '--yes'))).toMatchObject({ exit: 5, code: 'input_needed' });
  expect(told(new Interrupted()).exit).toBe(130);
  expect(told(new Error('boom'))).toMatchObject({ exit: 1, code: 'unexpected' });
  expect(told('a bare string').message).toContain('a bare string');
});
