import { describe, expect, it } from 'vitest';
import {
  lostBuckets,
  packagesOf,
  refuseSwitch,
  type SwitchFacts,
  switchNotBefore,
  switchPostings,
} from '../../../../src/cabinet/domain/tariffs/rules.ts';
import { defaultSettings } from '../../../../src/cabinet/settings.ts';
import { DAY_MS, plus } from '../../../../src/shared/period.ts';

const now = new Date('2026-03-05T09:00:00Z');
const tariff = { tariff_id: 'big', open: true, switch_price: 10_000n, fee: 50_000n };
const allowed: SwitchFacts = {
  line: { state: 'active', blocked_until: null, tariff_id: 'small', switched_at: null },
  tariff,
  wallet: 60_000n,
};

function refusalOf(facts: SwitchFacts) {
  return refuseSwitch(facts, now, defaultSettings)?.refusal ?? null;
}

describe('a tariff switch (R7)', () => {
  it('is allowed with exactly the money for the switch price and the first fee', () => {
    expect(refusalOf(allowed)).toBeNull();
  });

  /** The order of refusals: each is tried on facts that all later rows have spoiled too. */
  const order: [string, (facts: SwitchFacts) => SwitchFacts][] = [
    ['line_disconnected', (facts) => ({ ...facts, line: { ...facts.line, state: 'disconnected' } })],
    [
      'line_blocked',
      (facts) => ({ ...facts, line: { ...facts.line, state: 'blocked', blocked_until: plus(now, 1) } }),
    ],
    ['tariff_not_available', (facts) => ({ ...facts, tariff: undefined })],
    ['tariff_already_active', (facts) => ({ ...facts, line: { ...facts.line, tariff_id: 'big' } })],
    ['tariff_not_available', (facts) => ({ ...facts, tariff: { ...tariff, open: false } })],
    [
      'tariff_switch_too_soon',
      (facts) => ({ ...facts, line: { ...facts.line, switched_at: plus(now, -DAY_MS) } }),
    ],
    ['insufficient_funds', (facts) => ({ ...facts, wallet: 59_999n })],
  ];

  it.each(order.map(([kind], index) => [kind, index] as const))(
    'is refused as %s before anything that comes later (%i)',
    (kind, index) => {
      const spoiled = order.slice(index).reduceRight((facts, [, spoil]) => spoil(facts), allowed);
      expect(refusalOf(spoiled)?.kind).toBe(kind);
    },
  );

  it('says how much is needed and how much there is', () => {
    expect(refusalOf({ ...allowed, wallet: -150n })).toEqual({
      kind: 'insufficient_funds',
      needed: 60_000n,
      available: -150n,
    });
  });

  it('that costs nothing is allowed to a subscriber in debt', () => {
    expect(
      refusalOf({ ...allowed, wallet: -150n, tariff: { ...tariff, switch_price: 0n, fee: 0n } }),
    ).toBeNull();
  });

  it('is a matter of 30 days to the millisecond after the last one', () => {
    const switched = plus(now, -30 * DAY_MS);
    expect(switchNotBefore(switched, now, defaultSettings)).toBeNull();
    expect(switchNotBefore(plus(switched, 1), now, defaultSettings)).toEqual(plus(now, 1));
  });

  it('moves price and fee as two revenues, leaving out what is nothing', () => {
    expect(switchPostings(tariff)).toEqual([
      { book: 'wallet', amount: -60_000n },
      { book: 'revenue.tariff', amount: 10_000n },
      { book: 'revenue.tariff', amount: 50_000n },
    ]);
    expect(switchPostings({ switch_price: 0n, fee: 1n })).toEqual([
      { book: 'wallet', amount: -1n },
      { book: 'revenue.tariff', amount: 1n },
    ]);
    expect(switchPostings({ switch_price: 0n, fee: 0n })).toEqual([]);
  });
});

describe('packages', () => {
  it('are counted in seconds, messages and bytes of 2^20 a megabyte', () => {
    expect(packagesOf({ minutes: 500, sms: 0, data_megabytes: 20_480 })).toEqual([
      { usage_type: 'voice', unit: 'second', initial: 30_000n },
      { usage_type: 'data', unit: 'byte', initial: 21_474_836_480n },
    ]);
  });

  it('are lost when something is left in them', () => {
    const bucket = {
      account_id: 1n,
      bucket_id: '0',
      usage_type: 'sms' as const,
      unit: 'message' as const,
      initial: 10n,
      valid_from: now,
      valid_until: null,
      offer_id: null,
    };
    const [full, empty, bought] = [
      { ...bucket, remaining: 10n },
      { ...bucket, remaining: 0n },
      { ...bucket, remaining: 10n, offer_id: 'week' },
    ];
    expect(lostBuckets([full, empty, bought])).toEqual([full]);
  });
});
