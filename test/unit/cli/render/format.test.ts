import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell } from '../../../../src/cli/render/cells.ts';
import { formatDateTime, formatMoney, localeFormat, plainFormat } from '../../../../src/cli/render/format.ts';
import { loadMessages } from '../../../../src/messages/index.ts';
import { formatAmount } from '../../../../src/shared/money.ts';

const ru = localeFormat('ru', await loadMessages('ru'));
const en = localeFormat('en', await loadMessages('en'));

describe('money', () => {
  test.each([
    [0n, '0,00 ₽', '₽0.00', '0.00'],
    [5n, '0,05 ₽', '₽0.05', '0.05'],
    [-5n, '−0,05 ₽', '−₽0.05', '-0.05'],
    [-123_456n, '−1\u00a0234,56 ₽', '−₽1,234.56', '-1234.56'],
    [100_000_000n, '1\u00a0000\u00a0000,00 ₽', '₽1,000,000.00', '1000000.00'],
    [
      999_999_999_999_999n,
      '9\u00a0999\u00a0999\u00a0999\u00a0999,99 ₽',
      '₽9,999,999,999,999.99',
      '9999999999999.99',
    ],
  ])('%s kopecks', (kopecks, russian, english, plain) => {
    expect(ru(cell.kopecks(kopecks))).toBe(russian);
    expect(en(cell.kopecks(kopecks))).toBe(english);
    expect(plainFormat(cell.kopecks(kopecks))).toBe(plain);
  });

  test('no kopeck is lost, however large the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (kopecks) => {
        for (const locale of ['ru', 'en'] as const) {
          const digits = formatMoney(kopecks, locale).replace(/\D/g, '');
          expect(digits).toBe(formatAmount(kopecks).replace(/\D/g, ''));
          expect(formatMoney(kopecks, locale).startsWith('−')).toBe(kopecks < 0n);
        }
      }),
    );
  });
});

describe('moments', () => {
  test('keep the wall clock and the offset that the server gave', () => {
    const at = '2026-01-02T03:04:05+05:00';
    expect(ru(cell.instant(at))).toBe('02.01.2026 03:04');
    expect(en(cell.instant(at))).toBe('2 Jan 2026, 03:04');
    expect(plainFormat(cell.instant(at))).toBe(at);
  });

  test('a day without a time stays a day', () => {
    expect(formatDateTime('2019-05-31', 'ru')).toBe('31.05.2019');
    expect(formatDateTime('2019-05-31', 'en')).toBe('31 May 2019');
  });

  test('what is not a moment is shown as it is, harmless', () => {
    expect(formatDateTime('soon\u001b[2J', 'en')).toBe('soon\\u{1b}[2J');
    expect(formatDateTime('2026-01-02T03:04\n\u001b', 'en')).not.toMatch(/\n/);
  });
});

describe('volumes', () => {
  test.each([
    [0, 'second', '0:00', '0:00'],
    [59, 'second', '0:59', '0:59'],
    [3600, 'second', '60:00', '60:00'],
    [3_600_000, 'second', '60\u00a0000:00', '60,000:00'],
    [1, 'message', '1 сообщение', '1 message'],
    [3, 'message', '3 сообщения', '3 messages'],
    [11, 'message', '11 сообщений', '11 messages'],
    [21, 'message', '21 сообщение', '21 messages'],
    [1_048_576, 'byte', '1 МБ', '1 MB'],
    [1_572_864, 'byte', '1,5 МБ', '1.5 MB'],
    [1_073_741_824, 'byte', '1 ГБ', '1 GB'],
    [16_642_998_272, 'byte', '15,5 ГБ', '15.5 GB'],
    [1234, 'item', '1\u00a0234', '1,234'],
  ] as const)('%i × %s', (amount, unit, russian, english) => {
    expect(ru(cell.volume(amount, unit))).toBe(russian);
    expect(en(cell.volume(amount, unit))).toBe(english);
    expect(plainFormat(cell.volume(amount, unit))).toBe(String(amount));
  });
});

test('a number of a person reads grouped, of a program as digits', () => {
  expect(ru(cell.msisdn('9001234567'))).toBe('900\u00a0123-45-67');
  expect(plainFormat(cell.msisdn('9001234567'))).toBe('9001234567');
  expect(en(cell.number(12_345))).toBe('12,345');
  expect(plainFormat(cell.number(12_345))).toBe('12345');
});

test('words and names are translated for people and stable in a pipe', () => {
  expect([ru, en, plainFormat].map((format) => format(cell.simState('blocked')))).toEqual([
    'заблокирована',
    'blocked',
    'blocked',
  ]);
  expect([ru, plainFormat].map((format) => format(cell.name('stream', 'Поток')))).toEqual([
    'Поток',
    'stream',
  ]);
});

test('an id shows the end that differs, a pipe gets it whole', () => {
  const id = '019aa9b0-1111-7222-8333-0123456789ab';
  expect(en(cell.id(id))).toBe('456789ab');
  expect(plainFormat(cell.id(id))).toBe(id);
});

test('what is absent is a dash for people and nothing in a pipe', () => {
  expect(ru(cell.instant(null))).toBe('—');
  expect(plainFormat(cell.instant(null))).toBe('');
});
