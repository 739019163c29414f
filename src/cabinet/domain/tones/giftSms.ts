import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import type { GiftRow } from '../../storage/tones/gifts.ts';
import { readMelody, readToneServiceState } from '../../storage/tones/reader.ts';
import { enqueueSms } from '../sms/enqueue.ts';
import { shortNumbers } from '../sms/numbers.ts';
import { dayAndTime, smsTexts } from '../sms/texts.ts';
import type { GiftCodes } from './giftCodes.ts';

type Gift = Pick<
  GiftRow,
  | 'account_id'
  | 'recipient_account_id'
  | 'giver_msisdn'
  | 'recipient_msisdn'
  | 'melody_id'
  | 'price'
  | 'expires_at'
>;

/** Tells the recipient of an offer, with the two codes and the time that is left (R11). */
export async function tellRecipient(
  tx: Writer,
  gift: Gift,
  codes: GiftCodes,
  { now, random, settings }: { now: Date; random: Random; settings: Settings },
): Promise<void> {
  const { title_ru: title } = await readMelody(tx, gift.melody_id);
  const { time_zone } = await readAccount(tx, gift.recipient_account_id);
  const service = await readToneServiceState(tx, gift.recipient_account_id);
  await enqueueSms(tx, {
    accountId: gift.recipient_account_id,
    msisdn: gift.recipient_msisdn,
    sender: shortNumbers.gifts,
    text: smsTexts.giftOffered({
      giver: gift.giver_msisdn,
      title,
      codes,
      until: dayAndTime(gift.expires_at, time_zone),
      dailyFee: service === 'off' ? settings.toneDailyFee : null,
      validUntil: gift.expires_at,
    }),
    at: now,
    random,
  });
}

/** Tells the giver how the recipient answered (R11), under the number that the giver has now. */
export async function tellGiver(
  tx: Writer,
  gift: Gift,
  answer: 'accepted' | 'refused',
  { now, random }: { now: Date; random: Random },
): Promise<void> {
  const { title_ru: title } = await readMelody(tx, gift.melody_id);
  const { msisdn } = await readLine(tx, gift.account_id);
  const told = { recipient: gift.recipient_msisdn, title, price: gift.price };
  const text = answer === 'accepted' ? smsTexts.giftTaken(told) : smsTexts.giftDeclined(told);
  await enqueueSms(tx, {
    accountId: gift.account_id,
    msisdn,
    sender: shortNumbers.gifts,
    text,
    at: now,
    random,
  });
}
