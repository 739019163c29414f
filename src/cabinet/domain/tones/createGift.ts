import { assert } from '../../../shared/assert.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { findLineByMsisdn, readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { readCodedGifts } from '../../storage/tones/codes.ts';
import { hasPendingGift, insertGift, type SidedGiftRow } from '../../storage/tones/gifts.ts';
import { findMelody, readToneServiceState } from '../../storage/tones/reader.ts';
import { uuidv7 } from '../identifiers.ts';
import { done, type Outcome } from '../outcome.ts';
import { CODED_GIFTS, hashGiftCode, newGiftCodes } from './giftCodes.ts';
import { type Moment, moveGiftMoney } from './giftMoney.ts';
import { tellRecipient } from './giftSms.ts';
import { refuseGiftOffer } from './rules.ts';

export interface GiftOffer {
  gift: SidedGiftRow;
  balanceBefore: Kopecks;
  balanceAfter: Kopecks;
}

/**
 * Offers a melody to another subscriber for 24 hours, sets its price aside and tells the recipient by SMS (R11). The
 * caller's transaction holds the lock of the giver's account. Refused as `refuseGiftOffer` says.
 */
export async function createGift(
  tx: Writer,
  request: Moment & { accountId: bigint; melodyId: string; to: string; settings: Settings },
): Promise<Outcome<GiftOffer>> {
  const { accountId, melodyId, now, settings } = request;
  const giver = await readLine(tx, accountId);
  const melody = await findMelody(tx, melodyId);
  const recipient = await findLineByMsisdn(tx, request.to);
  const toneService = await readToneServiceState(tx, accountId);
  const { wallet } = await readBalances(tx, accountId);
  const alreadyOffered =
    recipient !== undefined &&
    (await hasPendingGift(tx, { accountId, recipientAccountId: recipient.account_id, melodyId, now }));
  const facts = { giver, toneService, melody, recipient, alreadyOffered, wallet };
  const refusal = refuseGiftOffer(facts, now);
  if (refusal) return refusal;
  assert(melody && recipient, 'a gift without a melody or a recipient is refused');
  const giftId = uuidv7(now, request.random);
  const others = await readCodedGifts(tx, recipient.account_id, CODED_GIFTS);
  const codes = newGiftCodes(request.random, others);
  const gift = {
    account_id: accountId,
    gift_id: giftId,
    recipient_account_id: recipient.account_id,
    giver_msisdn: giver.msisdn,
    recipient_msisdn: recipient.msisdn,
    melody_id: melodyId,
    price: melody.price,
    state: 'pending',
    offered_at: now,
    expires_at: plus(now, settings.giftOfferMs),
    settled_at: null,
    accept_code_hash: hashGiftCode(giftId, codes.accept),
    refuse_code_hash: hashGiftCode(giftId, codes.refuse),
  } as const;
  await insertGift(tx, gift);
  const balances = await moveGiftMoney(tx, gift, 'gift_hold', request);
  await tellRecipient(tx, gift, codes, request);
  const balanceAfter = balances.wallet ?? wallet;
  return done({
    gift: { ...melody, ...gift, side: 'given' },
    balanceBefore: balanceAfter + gift.price,
    balanceAfter,
  });
}
