import { describe, expect, it } from 'vitest';
import {
  acceptedMelody,
  type GiftFacts,
  giftPostings,
  giftState,
  refuseAnswer,
  refuseGiftOffer,
} from '../../../../src/cabinet/domain/tones/rules.ts';
import { defaultSettings } from '../../../../src/cabinet/settings.ts';
import { DAY_MS, plus } from '../../../../src/shared/period.ts';

const now = new Date('2026-03-05T09:00:00Z');
const line = { state: 'active', blocked_until: null } as const;
const allowed: GiftFacts = {
  giver: { ...line, account_id: 1n },
  recipient: { ...line, account_id: 2n },
  toneService: 'active',
  melody: { price: 3_000n },
  alreadyOffered: false,
  wallet: 3_000n,
};

describe('a gift (R11)', () => {
  it('is allowed with exactly its price on the account', () => {
    expect(refuseGiftOffer(allowed, now)).toBeNull();
  });

  it('reaches a recipient whose SIM is blocked, but not one who is disconnected', () => {
    const blocked = { account_id: 2n, state: 'blocked', blocked_until: plus(now, 1) } as const;
    expect(refuseGiftOffer({ ...allowed, recipient: blocked }, now)).toBeNull();
    const over = { ...blocked, blocked_until: now };
    expect(refuseGiftOffer({ ...allowed, recipient: over }, now)?.refusal.kind).toBe(
      'gift_recipient_not_found',
    );
  });

  /** The order of refusals: every row is spoiled together with all rows below it. */
  const order: [string, Partial<GiftFacts>][] = [
    ['line_disconnected', { giver: { ...line, account_id: 1n, state: 'disconnected' } }],
    ['line_blocked', { giver: { ...line, account_id: 1n, state: 'blocked', blocked_until: plus(now, 1) } }],
    ['tone_not_found', { melody: undefined }],
    ['gift_to_yourself', { recipient: { ...line, account_id: 1n } }],
    ['gift_recipient_not_found', { recipient: undefined }],
    ['tone_service_required', { toneService: 'off' }],
    ['gift_already_offered', { alreadyOffered: true }],
    ['insufficient_funds', { wallet: 2_999n }],
  ];

  it.each(order.map(([kind], index) => [kind, index] as const))(
    'is refused as %s before what comes later (%i)',
    (kind, index) => {
      const spoilers = order.slice(index).map(([, spoiler]) => spoiler);
      const spoiled: GiftFacts = Object.assign({}, allowed, ...spoilers.reverse());
      expect(refuseGiftOffer(spoiled, now)?.refusal.kind).toBe(kind);
    },
  );

  it('that is free is allowed to a subscriber in debt, and moves nothing', () => {
    expect(refuseGiftOffer({ ...allowed, melody: { price: 0n }, wallet: -1n }, now)).toBeNull();
    expect(giftPostings('gift_hold', 0n)).toEqual([]);
  });

  it('expires at the end of its 24 hours, not before', () => {
    const gift = { state: 'pending', expires_at: plus(now, DAY_MS) } as const;
    expect(giftState(gift, plus(now, DAY_MS - 1))).toBe('pending');
    expect(giftState(gift, plus(now, DAY_MS))).toBe('expired');
  });

  it.each([
    ['pending', 1, null],
    ['pending', 0, 'gift_expired'],
    ['expired', 1, 'gift_expired'],
    ['accepted', 0, 'gift_already_settled'],
    ['refused', 0, 'gift_already_settled'],
  ] as const)('that is %s with %i ms to go answers %s', (state, left, kind) => {
    expect(refuseAnswer({ state, expires_at: plus(now, left) }, now)?.refusal.kind ?? null).toBe(kind);
  });
});

describe('an accepted melody (R11)', () => {
  const gift = { gift_id: 'g', melody_id: 'm', recipient_account_id: 2n };
  const owned = {
    account_id: 2n,
    melody_id: 'm',
    acquired_at: plus(now, -9 * DAY_MS),
    renews: true,
    gift_id: null,
    next_fee_at: null,
    paused_since: null,
  };

  it('is paid for 30 days and does not renew by itself', () => {
    expect(acceptedMelody(undefined, gift, now, defaultSettings)).toEqual({
      account_id: 2n,
      melody_id: 'm',
      acquired_at: now,
      paid_until: plus(now, 30 * DAY_MS),
      renews: false,
      gift_id: 'g',
      next_fee_at: null,
      paused_since: null,
    });
  });

  it('adds its 30 days to those that are paid already', () => {
    const melody = acceptedMelody({ ...owned, paid_until: plus(now, DAY_MS) }, gift, now, defaultSettings);
    expect(melody.paid_until).toEqual(plus(now, 31 * DAY_MS));
    expect(melody.renews).toBe(true);
    expect(melody.acquired_at).toEqual(owned.acquired_at);
  });

  it('begins anew after a pause, and renews as before', () => {
    const paused = { ...owned, paid_until: now, paused_since: now };
    const melody = acceptedMelody(paused, gift, now, defaultSettings);
    expect(melody).toMatchObject({ renews: true, next_fee_at: plus(now, 30 * DAY_MS), paused_since: null });
    expect(melody.paid_until).toEqual(plus(now, 30 * DAY_MS));
    expect(melody.acquired_at).toEqual(now);
  });
});
