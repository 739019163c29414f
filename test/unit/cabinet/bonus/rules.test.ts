import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bonusBalance,
  bonusExpiry,
  bonusFor,
  bonusPercent,
  spendOldest,
} from '../../../../src/cabinet/domain/bonus/rules.ts';
import { defaultSettings } from '../../../../src/cabinet/settings.ts';
import { plus } from '../../../../src/shared/period.ts';

const ZONE = 'Asia/Yekaterinburg';
const CONTRACT = '2024-08-31';

describe('R13: bonuses', () => {
  test.each([
    ['2024-08-31T00:00:00+05:00', 5, 5],
    // Six months after the 31st of August: the last day of February.
    ['2025-02-28T00:00:00+05:00', 5, 8],
    ['2025-08-31T00:00:00+05:00', 8, 10],
    ['2026-08-31T00:00:00+05:00', 10, 12],
    ['2027-08-31T00:00:00+05:00', 12, 15],
    ['2044-08-31T00:00:00+05:00', 15, 15],
  ])('the rate changes at %s from %i to %i percent, at midnight of the region', (midnight, before, after) => {
    const at = new Date(midnight);
    expect(bonusPercent(CONTRACT, plus(at, -1), ZONE, defaultSettings)).toBe(before);
    expect(bonusPercent(CONTRACT, at, ZONE, defaultSettings)).toBe(after);
  });

  test('a bonus is a share of what was spent, rounded half up', () => {
    expect(bonusFor(100_00n, 5)).toBe(5_00n);
    expect(bonusFor(10n, 5)).toBe(1n);
    expect(bonusFor(9n, 5)).toBe(0n);
    expect(bonusFor(0n, 15)).toBe(0n);
  });

  test.each([
    ['2026-03-10T06:00:00+05:00', '2027-03-10T06:00:00+05:00'],
    ['2028-02-29T06:00:00+05:00', '2029-02-28T06:00:00+05:00'],
  ])('a lot of %s is lost at %s, twelve calendar months later', (granted, lost) => {
    expect(bonusExpiry(new Date(granted), ZONE, defaultSettings)).toEqual(new Date(lost));
  });

  test('whatever is spent, the oldest lots are emptied first and nothing is lost', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (remains, share) => {
        const lots = remains.map((remaining, index) => ({ lot_id: String(index), remaining }));
        const all = bonusBalance(lots);
        const amount = BigInt(Math.round(Number(all) * share));
        const changed = spendOldest(lots, amount);
        const after = lots.map((lot) => changed.find(({ lot_id }) => lot_id === lot.lot_id) ?? lot);
        expect(bonusBalance(after)).toBe(all - amount);
        // In front of a lot that something remains in, every lot is empty or the last one touched.
        const touched = changed.map(({ lot_id }) => Number(lot_id));
        expect(touched).toEqual(touched.map((_, index) => index));
        expect(changed.slice(0, -1).every(({ remaining }) => remaining === 0n)).toBe(true);
        expect(changed.every(({ remaining }) => remaining >= 0n)).toBe(true);
      }),
    );
  });
});
