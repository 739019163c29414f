import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { LineMelodiesTable } from '../../storage/schema-tones.ts';
import type { GiftRow } from '../../storage/tones/gifts.ts';
import type { ToneServiceState } from '../../storage/tones/reader.ts';
import { type Posting, refuseUnlessCovered } from '../ledger/rules.ts';
import { type Line, lineState, refuseUnlessActive } from '../lines/rules.ts';
import { type Refused, refuse } from '../outcome.ts';

/** R11: an offer that nobody answered in time has expired, whether or not its money was given back already. */
export function giftState(gift: Pick<GiftRow, 'state' | 'expires_at'>, now: Date): GiftRow['state'] {
  return gift.state === 'pending' && gift.expires_at <= now ? 'expired' : gift.state;
}

export interface GiftFacts {
  giver: Line & { account_id: bigint };
  toneService: ToneServiceState;
  /** The melody that was asked for; undefined when there is no such melody. */
  melody: { price: Kopecks } | undefined;
  /** The line behind the number; undefined when it is not one of ours. */
  recipient: (Line & { account_id: bigint }) | undefined;
  alreadyOffered: boolean;
  wallet: Kopecks;
}

/**
 * Why a gift is refused (R11), in a fixed order: the giver's line, the melody, the recipient, the giver's service,
 * the same offer, and money last. Null when it may be offered.
 */
export function refuseGiftOffer(facts: GiftFacts, now: Date): Refused | null {
  const { giver, toneService, melody, recipient, alreadyOffered, wallet } = facts;
  const notActive = refuseUnlessActive(giver, now);
  if (notActive) return notActive;
  if (!melody) return refuse({ kind: 'tone_not_found' });
  if (recipient?.account_id === giver.account_id) return refuse({ kind: 'gift_to_yourself' });
  if (!recipient || lineState(recipient, now) === 'disconnected') {
    return refuse({ kind: 'gift_recipient_not_found' });
  }
  if (toneService === 'off') return refuse({ kind: 'tone_service_required' });
  if (alreadyOffered) return refuse({ kind: 'gift_already_offered' });
  return refuseUnlessCovered(wallet, melody.price);
}

/** Why an answer to a gift comes too late; null when it still waits for one. */
export function refuseAnswer(gift: Pick<GiftRow, 'state' | 'expires_at'>, now: Date): Refused | null {
  const state = giftState(gift, now);
  if (state === 'expired') return refuse({ kind: 'gift_expired', expiredAt: gift.expires_at });
  if (state !== 'pending') return refuse({ kind: 'gift_already_settled', state });
  return null;
}

/** What a gift does to the giver's money: set aside when offered, then taken or given back. Empty when it is free. */
export function giftPostings(
  movement: 'gift_hold' | 'gift_capture' | 'gift_release',
  price: Kopecks,
): Posting[] {
  if (price === 0n) return [];
  const [from, to] = giftMovements[movement];
  return [
    { book: from, amount: -price },
    { book: to, amount: price },
  ];
}

const giftMovements = {
  gift_hold: ['wallet', 'hold'],
  gift_capture: ['hold', 'revenue.tone'],
  gift_release: ['hold', 'wallet'],
} as const;

/**
 * What the recipient has of the melody after accepting it (R11): 30 more days, after those that are paid already.
 * Whether it renews stays the recipient's choice: not by itself, unless it was chosen before.
 */
export function acceptedMelody(
  owned: LineMelodiesTable | undefined,
  gift: Pick<GiftRow, 'gift_id' | 'melody_id' | 'recipient_account_id'>,
  now: Date,
  settings: Settings,
): LineMelodiesTable {
  const paid = owned && owned.paid_until > now ? owned : undefined;
  const paidUntil = plus(paid?.paid_until ?? now, settings.melodyPeriodMs);
  return {
    account_id: gift.recipient_account_id,
    melody_id: gift.melody_id,
    acquired_at: paid?.acquired_at ?? now,
    paid_until: paidUntil,
    renews: owned?.renews ?? false,
    gift_id: gift.gift_id,
    next_fee_at: owned?.renews ? paidUntil : null,
    paused_since: null,
  };
}
