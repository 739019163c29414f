import type { Settings } from '../../settings.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { lockReceivedGift, type SidedGiftRow, settleGift } from '../../storage/tones/gifts.ts';
import { findLineMelody, readMelody } from '../../storage/tones/reader.ts';
import { putToneSetting, readToneSettings } from '../../storage/tones/settings.ts';
import { putLineMelody } from '../../storage/tones/writer.ts';
import { uuidv7 } from '../identifiers.ts';
import { lineState } from '../lines/rules.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { connectToneService } from './connect.ts';
import { type Moment, moveGiftMoney } from './giftMoney.ts';
import { tellGiver } from './giftSms.ts';
import { acceptedMelody, refuseAnswer } from './rules.ts';
import { priorityOf } from './settingRules.ts';

export interface AcceptedGift {
  gift: SidedGiftRow;
  toneService: 'active' | 'paused';
  /** Whether the service was off before. */
  connected: boolean;
  paidUntil: Date;
  /** Whether the melody plays for everyone from now on: nothing did before. */
  setForEveryone: boolean;
}

/**
 * Accepts a melody (R11): takes the money that the giver set aside, connects the recipient's tone service, pays the
 * melody for 30 days, and plays it for everyone when nothing is. Refused, in this order, as `gift_not_found`,
 * `gift_expired`, `gift_already_settled`, `line_disconnected`. Locks the recipient's account (the caller), then the gift,
 * then the giver's balances.
 */
export async function acceptGift(
  tx: Writer,
  request: Moment & { accountId: bigint; giftId: string; settings: Settings },
): Promise<Outcome<AcceptedGift>> {
  const { accountId, now, settings } = request;
  const gift = await lockReceivedGift(tx, accountId, request.giftId);
  if (!gift) return refuse({ kind: 'gift_not_found' });
  const refusal = refuseAnswer(gift, now);
  if (refusal) return refusal;
  if (lineState(await readLine(tx, accountId), now) === 'disconnected') {
    return refuse({ kind: 'line_disconnected' });
  }
  await moveGiftMoney(tx, gift, 'gift_capture', request);
  await settleGift(tx, gift, 'accepted', now);
  const { service, connected } = await connectToneService(tx, accountId, now);
  const owned = await findLineMelody(tx, accountId, gift.melody_id);
  const melody = acceptedMelody(owned, gift, now, settings);
  await putLineMelody(tx, melody);
  const setForEveryone = await playForEveryone(tx, gift.melody_id, request);
  await tellGiver(tx, gift, 'accepted', request);
  const named = { ...(await readMelody(tx, gift.melody_id)), ...gift };
  return done({
    gift: { ...named, state: 'accepted', side: 'received' },
    toneService: service.state,
    connected,
    paidUntil: melody.paid_until,
    setForEveryone,
  });
}

async function playForEveryone(
  tx: Writer,
  melodyId: string,
  { accountId, now, random }: Moment & { accountId: bigint },
): Promise<boolean> {
  const settings = await readToneSettings(tx, accountId);
  if (settings.some((setting) => priorityOf(setting) === 4)) return false;
  await putToneSetting(tx, {
    account_id: accountId,
    setting_id: uuidv7(now, random),
    melody_id: melodyId,
    caller: null,
    minute_from: null,
    minute_to: null,
    set_at: now,
  });
  return true;
}
