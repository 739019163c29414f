import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rate } from '../../../../src/cabinet/domain/usage/rating.ts';

const rates = { voice: 150n, sms: 200n, data: 300n };
const none = { voice: 0n, sms: 0n, data: 0n };
const MEGABYTE = 2n ** 20n;

describe('rating (R5)', () => {
  it.each([
    [1n, 150n],
    [60n, 150n],
    [61n, 300n],
    [3_600n, 9_000n],
    [0n, 0n],
  ])('a call of %d seconds costs %d kopecks: every started minute', (seconds, cost) => {
    expect(rate('voice', seconds, rates, none)).toEqual({ cost, fromPackage: 0n });
  });

  it.each([
    [1n, 0n],
    [MEGABYTE, 300n],
    [MEGABYTE + 1n, 300n],
    [MEGABYTE / 2n, 150n],
    [1_025n * 1_024n, 300n],
    [2n * 1_024n, 1n],
  ])('a session of %d bytes costs %d kopecks: every started kilobyte, halves up', (bytes, cost) => {
    expect(rate('data', bytes, rates, none)).toEqual({ cost, fromPackage: 0n });
  });

  it('a package pays first, in whole minutes, and the base rate pays the rest', () => {
    expect(rate('voice', 125n, rates, { ...none, voice: 119n })).toEqual({ cost: 300n, fromPackage: 60n });
    expect(rate('voice', 125n, rates, { ...none, voice: 600n })).toEqual({ cost: 0n, fromPackage: 180n });
    expect(rate('sms', 1n, rates, { ...none, sms: 1n })).toEqual({ cost: 0n, fromPackage: 1n });
    expect(rate('data', 1n, rates, { ...none, data: 1_023n })).toEqual({ cost: 0n, fromPackage: 0n });
  });

  it('MMS has no package', () => {
    expect(rate('mms', 1n, rates, { voice: 60n, sms: 9n, data: 9n })).toEqual({
      cost: 200n,
      fromPackage: 0n,
    });
  });

  it('never takes more from a package than it holds, nor less money for more usage', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(fc.constantFrom('voice', 'sms', 'data'), amount, amount, (type, volume, held) => {
        const packages = { ...none, [type]: held };
        const less = rate(type, volume, rates, packages);
        const more = rate(type, volume + 1n, rates, packages);
        return less.fromPackage <= held && less.cost >= 0n && more.cost >= less.cost;
      }),
    );
  });
});
