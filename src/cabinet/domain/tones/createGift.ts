import { assert } from '../../../shared/assert.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { findLineByMsisdn, readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { hasPendingGift, insertGift, type SidedGiftRow } from '../../storage/tones/gifts.ts';
import { findMelody, readToneService } from '../../storage/tones/reader.ts';
import { uuidv7 } from '../identifiers.ts';
import { done, type Outcome } from '../outcome.ts';
import { type Moment, moveGiftMoney } from './giftMoney.ts';
import { refuseGiftOffer } from './rules.ts';

export interface GiftOffer {
  gift: SidedGiftRow;
  balanceBefore: Kopecks;
  balanceAfter: Kopecks;
}

/**
 * Offers a melody to another subscriber for 24 hours and sets its price aside (R11). The caller's transaction holds the
 * lock of the giver's account. Refused as `refuseGiftOffer` says.
 */
export async function createGift(
  tx: Writer,
  request: Moment & { accountId: bigint; melodyId: string; to: string; settings: Settings },
): Promise<Outcome<GiftOffer>> {
  const { accountId, melodyId, now, settings } = request;
  const giver = await readLine(tx, accountId);
  const melody = await findMelody(tx, melodyId);
  const recipient = await findLineByMsisdn(tx, request.to);
  const toneService = await readToneService(tx, accountId);
  const { wallet } = await readBalances(tx, accountId);
  const alreadyOffered =
    recipient !== undefined &&
    (await hasPendingGift(tx, { accountId, recipientAccountId: recipient.account_id, melodyId, now }));
  const facts = { giver, toneService, melody, recipient, alreadyOffered, wallet };
  const refusal = refuseGiftOffer(facts, now);
  if (refusal) return refusal;
  assert(melody && recipient, 'a gift without a melody or a recipient is refused');
  const gift = {
    account_id: accountId,
    gift_id: uuidv7(now, request.random),
    recipient_account_id: recipient.account_id,
    giver_msisdn: giver.msisdn,
    recipient_msisdn: recipient.msisdn,
    melody_id: melodyId,
    price: melody.price,
    state: 'pending',
    offered_at: now,
    expires_at: plus(now, settings.giftOfferMs),
    settled_at: null,
  } as const;
  await insertGift(tx, gift);
  const balances = await moveGiftMoney(tx, gift, 'gift_hold', request);
  const balanceAfter = balances.wallet ?? wallet;
  return done({
    gift: { ...melody, ...gift, side: 'given' },
    balanceBefore: balanceAfter + gift.price,
    balanceAfter,
  });
}
