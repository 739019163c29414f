import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isSettled,
  LOST_AFTER_MS,
  ORDER_LIFE_MS,
  refuseAmount,
  stateAfterNews,
  stateAfterSilence,
  stateOfUnseen,
} from '../../../../src/cabinet/domain/payments/rules.ts';
import { defaultSettings } from '../../../../src/cabinet/settings.ts';

const limits = { minimum: 10_00n, maximum: 15_000_00n };

test('R14: an amount is possible exactly from 10 to 15 000 ₽', () => {
  const property = fc.property(fc.bigInt(0n, 20_000_00n), (amount) => {
    const possible = amount >= limits.minimum && amount <= limits.maximum;
    const refused = { ok: false, refusal: { kind: 'payment_amount_out_of_range', ...limits } };
    expect(refuseAmount(amount, defaultSettings)).toEqual(possible ? null : refused);
  });
  fc.assert(property);
  for (const [amount, possible] of [
    [9_99n, false],
    [10_00n, true],
    [15_000_00n, true],
    [15_000_01n, false],
  ] as const)
    expect(refuseAmount(amount, defaultSettings) === null).toBe(possible);
});

describe('a payment that is not settled', () => {
  test('takes the state that the acquirer tells, but held money is not let go by old news', () => {
    expect(stateAfterNews('pending', 'created')).toBe('pending');
    expect(stateAfterNews('unknown', 'created')).toBe('pending');
    expect(stateAfterNews('authorized', 'created')).toBe('authorized');
    for (const heard of ['authorized', 'captured', 'declined', 'cancelled'] as const)
      for (const state of ['pending', 'authorized', 'unknown'] as const)
        expect(stateAfterNews(state, heard)).toBe(heard);
  });

  test('becomes unknown in silence once it may have been paid', () => {
    expect(stateAfterSilence('pending', 0)).toBe('pending');
    expect(stateAfterSilence('pending', ORDER_LIFE_MS)).toBe('pending');
    expect(stateAfterSilence('pending', ORDER_LIFE_MS + 1)).toBe('unknown');
    expect(stateAfterSilence('authorized', 0)).toBe('unknown');
    expect(stateAfterSilence('unknown', 0)).toBe('unknown');
  });

  test('is given up when the acquirer has not seen it for an hour', () => {
    expect(stateOfUnseen('pending', LOST_AFTER_MS)).toBe('pending');
    expect(stateOfUnseen('pending', LOST_AFTER_MS + 1)).toBe('cancelled');
    expect(LOST_AFTER_MS).toBeGreaterThan(ORDER_LIFE_MS);
  });
});

test('captured, declined and cancelled are the ends of a payment', () => {
  const states = ['pending', 'authorized', 'captured', 'declined', 'cancelled', 'unknown'] as const;
  expect(states.filter(isSettled)).toEqual(['captured', 'declined', 'cancelled']);
});
