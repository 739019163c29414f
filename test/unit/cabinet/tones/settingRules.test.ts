import { describe, expect, it } from 'vitest';
import {
  heardSetting,
  inOrder,
  isPaid,
  melodyState,
  nextMoment,
  refuseSetting,
  type SettingFacts,
} from '../../../../src/cabinet/domain/tones/settingRules.ts';
import { DAY_MS, plus } from '../../../../src/shared/period.ts';

/** 14:00:30 in Yekaterinburg. */
const now = new Date('2026-03-05T09:00:30Z');
const ZONE = 'Asia/Yekaterinburg';
const everyone = { caller: null, minute_from: null, minute_to: null };

describe('a setting (R10)', () => {
  const allowed: SettingFacts = {
    line: { state: 'active', blocked_until: null },
    melody: { price: 15_00n },
    slot: everyone,
    taken: false,
    count: 49,
    limit: 50,
    price: 15_00n,
    wallet: 15_00n,
  };

  it('is allowed with exactly its price, and replaced when there is no room for another', () => {
    expect(refuseSetting(allowed, now)).toBeNull();
    expect(refuseSetting({ ...allowed, taken: true, count: 50 }, now)).toBeNull();
  });

  it('that costs nothing is allowed to a subscriber in debt', () => {
    expect(refuseSetting({ ...allowed, price: 0n, wallet: -1n }, now)).toBeNull();
  });

  /** The order of refusals: every row is spoiled together with all rows below it. */
  const order: [string, Partial<SettingFacts>][] = [
    ['line_disconnected', { line: { state: 'disconnected', blocked_until: null } }],
    ['line_blocked', { line: { state: 'blocked', blocked_until: plus(now, 1) } }],
    ['tone_not_found', { melody: undefined }],
    ['tone_period_invalid', { slot: { ...everyone, minute_from: 60, minute_to: 60 } }],
    ['tone_settings_full', { count: 50 }],
    ['insufficient_funds', { wallet: 14_99n }],
  ];

  it.each(order.map(([kind], index) => [kind, index] as const))(
    'is refused as %s before what comes later (%i)',
    (kind, index) => {
      const spoilers = order.slice(index).map(([, spoiler]) => spoiler);
      const spoiled: SettingFacts = Object.assign({}, allowed, ...spoilers.reverse());
      expect(refuseSetting(spoiled, now)?.refusal.kind).toBe(kind);
    },
  );
});

describe('what a caller hears (R10)', () => {
  const setting = (setting_id: string, more: object) => ({
    ...everyone,
    setting_id,
    melody_id: setting_id,
    set_at: now,
    ...more,
  });
  const caller = { caller: '9223334455' };
  const night = { minute_from: 22 * 60, minute_to: 7 * 60 };
  const settings = inOrder([
    setting('all', {}),
    setting('night', night),
    setting('newer night', { ...night, minute_to: 6 * 60, set_at: plus(now, 1) }),
    setting('caller', caller),
    setting('caller by night', { ...caller, ...night }),
  ]);
  const playing = settings.map(({ melody_id }) => ({
    melody_id,
    renews: true,
    paid_until: plus(now, DAY_MS),
    paused_since: null as Date | null,
  }));
  const heard = (who: string | null, hour: number, melodies = playing) =>
    heardSetting(settings, melodies, { caller: who, minute: hour * 60, at: now })?.melody_id;

  it('is by caller and time, caller, time, everyone, and by the newest among equals', () => {
    expect(settings.map(({ setting_id }) => setting_id)).toEqual([
      'caller by night',
      'caller',
      'newer night',
      'night',
      'all',
    ]);
    expect(heard('9223334455', 23)).toBe('caller by night');
    expect(heard('9223334455', 7)).toBe('caller');
    expect(heard(null, 23)).toBe('newer night');
    expect(heard(null, 6)).toBe('night');
    expect(heard('9000000000', 7)).toBe('all');
  });

  it('is the next melody when one is paused, and nothing when all are', () => {
    const paused = (id: string) =>
      playing.map((melody) => (melody.melody_id === id ? { ...melody, paused_since: now } : melody));
    expect(heard('9223334455', 23, paused('caller by night'))).toBe('caller');
    expect(heard(null, 12, paused('all'))).toBeUndefined();
  });
});

describe('a melody of a line', () => {
  it.each([
    ['active', true, { renews: false, paid_until: plus(now, 1), paused_since: null }],
    ['ended', false, { renews: false, paid_until: now, paused_since: null }],
    ['active', false, { renews: true, paid_until: now, paused_since: null }],
    ['paused', false, { renews: true, paid_until: now, paused_since: now }],
  ] as const)('is %s (paid: %s) with %j', (state, paid, melody) => {
    expect(melodyState(melody, now)).toBe(state);
    expect(isPaid(melody, now)).toBe(paid);
  });
});

describe('a time of day that is asked about', () => {
  it.each([
    [null, '2026-03-05T09:00:30.000Z', 840],
    [840, '2026-03-05T09:00:30.000Z', 840],
    [841, '2026-03-05T09:01:00.000Z', 841],
    [839, '2026-03-06T08:59:00.000Z', 839],
    [0, '2026-03-05T19:00:00.000Z', 0],
  ])('is the next moment of the region’s clocks: %s is %s', (asked, at, minute) => {
    expect(nextMoment(now, asked, ZONE)).toEqual({ at: new Date(at), minute });
  });
});
