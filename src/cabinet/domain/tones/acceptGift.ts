import type { Settings } from '../../settings.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { lockReceivedGift, type SidedGiftRow, settleGift } from '../../storage/tones/gifts.ts';
import { findLineMelody, readMelody, readToneService } from '../../storage/tones/reader.ts';
import { activateToneService, putLineMelody } from '../../storage/tones/writer.ts';
import { lineState } from '../lines/rules.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { expireGift, type Moment, moveGiftMoney } from './giftMoney.ts';
import { acceptedMelody, refuseAnswer } from './rules.ts';

export interface AcceptedGift {
  gift: SidedGiftRow;
  toneService: 'active' | 'paused';
  paidUntil: Date;
}

/**
 * Accepts a melody (R11): takes the money that the giver set aside, connects the recipient's tone service and pays
 * the melody for 30 days. Refused, in this order, as `gift_not_found`, `gift_expired`, `gift_already_settled`,
 * `line_disconnected`. Locks the recipient's account (the caller), then the gift, then the giver's balances.
 */
export async function acceptGift(
  tx: Writer,
  request: Moment & { accountId: bigint; giftId: string; settings: Settings },
): Promise<Outcome<AcceptedGift>> {
  const { accountId, now, settings } = request;
  const gift = await lockReceivedGift(tx, accountId, request.giftId);
  if (!gift) return refuse({ kind: 'gift_not_found' });
  const refusal = refuseAnswer(gift, now);
  if (refusal) {
    if (gift.state === 'pending') await expireGift(tx, gift, request);
    return refusal;
  }
  if (lineState(await readLine(tx, accountId), now) === 'disconnected') {
    return refuse({ kind: 'line_disconnected' });
  }
  await moveGiftMoney(tx, gift, 'gift_capture', request);
  await settleGift(tx, gift, 'accepted', now);
  const toneService = await connectToneService(tx, accountId, now);
  const owned = await findLineMelody(tx, accountId, gift.melody_id);
  const melody = acceptedMelody(owned, gift, now, settings);
  await putLineMelody(tx, melody);
  const named = { ...(await readMelody(tx, gift.melody_id)), ...gift };
  return done({
    gift: { ...named, state: 'accepted', side: 'received' },
    toneService,
    paidUntil: melody.paid_until,
  });
}

/** A service that is paused for want of money stays so: the gift pays the melody, not the daily fee (R10). */
async function connectToneService(tx: Writer, accountId: bigint, now: Date): Promise<'active' | 'paused'> {
  const state = await readToneService(tx, accountId);
  if (state === 'active' || state === 'paused') return state;
  await activateToneService(tx, accountId, now);
  return 'active';
}
