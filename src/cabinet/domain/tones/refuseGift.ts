import type { Writer } from '../../storage/schema.ts';
import { lockReceivedGift, type SidedGiftRow, settleGift } from '../../storage/tones/gifts.ts';
import { readMelody } from '../../storage/tones/reader.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { type Moment, moveGiftMoney } from './giftMoney.ts';
import { tellGiver } from './giftSms.ts';
import { refuseAnswer } from './rules.ts';

/**
 * Refuses a melody and gives the giver's money back (R11); it costs nothing, so any line may. Refused itself, in
 * this order, as `gift_not_found`, `gift_expired`, `gift_already_settled`. Locks as `acceptGift` does.
 */
export async function refuseGift(
  tx: Writer,
  request: Moment & { accountId: bigint; giftId: string },
): Promise<Outcome<SidedGiftRow>> {
  const gift = await lockReceivedGift(tx, request.accountId, request.giftId);
  if (!gift) return refuse({ kind: 'gift_not_found' });
  const refusal = refuseAnswer(gift, request.now);
  if (refusal) return refusal;
  await moveGiftMoney(tx, gift, 'gift_release', request);
  await settleGift(tx, gift, 'refused', request.now);
  await tellGiver(tx, gift, 'refused', request);
  const melody = await readMelody(tx, gift.melody_id);
  return done({ ...melody, ...gift, state: 'refused', side: 'received' });
}
