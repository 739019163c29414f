import { DAY_MS, plus } from '../../../shared/period.ts';
import { lockAccount } from '../../storage/account/lock.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { findLineByMsisdn } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { putCodeFailures, readCodedGifts, readCodeFailures } from '../../storage/tones/codes.ts';
import { billAccount } from '../billing/billAccount.ts';
import type { Outcome, Refusal } from '../outcome.ts';
import { enqueueSms } from '../sms/enqueue.ts';
import { shortNumbers } from '../sms/numbers.ts';
import type { IncomingSms } from '../sms/receive.ts';
import { dayAndTime, type SmsText, smsTexts } from '../sms/texts.ts';
import { type AcceptedGift, acceptGift } from './acceptGift.ts';
import { CODED_GIFTS, meaningOf, readGiftCode } from './giftCodes.ts';
import { refuseGift } from './refuseGift.ts';

/**
 * Answers a gift by the code in an SMS (R11), as the cabinet would, and tells the sender by SMS what came of it. What is
 * no code is limited by the day, and then met with silence: two machines could write to one another for ever. A number that is not ours gets no answer. Locks the sender's account.
 */
export async function answerGiftBySms(tx: Writer, sms: IncomingSms): Promise<void> {
  const { from, now, random, settings } = sms;
  const line = await findLineByMsisdn(tx, from);
  if (!line) return;
  const accountId = line.account_id;
  await lockAccount(tx, accountId);
  await billAccount(tx, { accountId, until: now, settings });
  const text = await answer(tx, accountId, sms);
  if (text)
    await enqueueSms(tx, { accountId, msisdn: from, sender: shortNumbers.gifts, text, at: now, random });
}

async function answer(tx: Writer, accountId: bigint, sms: IncomingSms): Promise<SmsText | null> {
  const { now, random, settings } = sms;
  const failures = await failuresOfDay(tx, accountId, now);
  if (failures.count >= settings.giftCodeTries) return null;
  const code = readGiftCode(sms.text);
  const meaning =
    code === null ? undefined : meaningOf(code, await readCodedGifts(tx, accountId, CODED_GIFTS));
  if (!meaning) {
    const count = failures.count + 1;
    await putCodeFailures(tx, { account_id: accountId, failures: count, since: failures.since });
    const left = settings.giftCodeTries - count;
    if (left === 0) return smsTexts.giftCodeTriesOver();
    return code === null ? smsTexts.giftCodeUnreadable() : smsTexts.giftCodeWrong(left);
  }
  const request = { accountId, giftId: meaning.giftId, now, random, settings };
  if (meaning.answer === 'refuse') {
    const outcome = await refuseGift(tx, request);
    return outcome.ok ? smsTexts.giftRefused(outcome.value.title_ru) : tooLate(outcome.refusal);
  }
  const { time_zone } = await readAccount(tx, accountId);
  return accepted(await acceptGift(tx, request), time_zone, settings.toneDailyFee);
}

/** Wrong codes of a line in the 24 hours since its first one. */
async function failuresOfDay(
  tx: Writer,
  accountId: bigint,
  now: Date,
): Promise<{ count: number; since: Date }> {
  const known = await readCodeFailures(tx, accountId);
  if (!known || plus(known.since, DAY_MS) <= now) return { count: 0, since: now };
  return { count: known.failures, since: known.since };
}

function accepted(outcome: Outcome<AcceptedGift>, timeZone: string, dailyFee: bigint): SmsText {
  if (!outcome.ok) return tooLate(outcome.refusal);
  const { gift, connected, paidUntil, setForEveryone } = outcome.value;
  return smsTexts.giftAccepted({
    title: gift.title_ru,
    paidUntil: dayAndTime(paidUntil, timeZone),
    playsForEveryone: setForEveryone,
    dailyFee: connected ? dailyFee : null,
  });
}

function tooLate(refusal: Refusal): SmsText {
  switch (refusal.kind) {
    case 'gift_already_settled':
      return refusal.state === 'accepted' ? smsTexts.giftAcceptedBefore() : smsTexts.giftRefusedBefore();
    case 'gift_expired':
      return smsTexts.giftOver();
    default:
      return smsTexts.giftNotPossible();
  }
}
