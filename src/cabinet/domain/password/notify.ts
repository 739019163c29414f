import type { Random } from '../../../shared/clock.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { lineState } from '../lines/rules.ts';
import { enqueueSms } from '../sms/enqueue.ts';
import { cabinetSender } from '../sms/numbers.ts';
import { type SmsText, smsTexts } from '../sms/texts.ts';

interface Notice {
  accountId: bigint;
  now: Date;
  random: Random;
}

/** Tells the line that its password was changed, and what to do if that was somebody else; a blocked SIM hears nothing. */
export function notifyOfChange(tx: Writer, notice: Notice): Promise<void> {
  return notify(tx, notice, {
    person: smsTexts.passwordChanged(),
    company: smsTexts.passwordChangedOfCompany(),
  });
}

/** The same of a password that an office issued. */
export function notifyOfReissue(tx: Writer, notice: Notice): Promise<void> {
  return notify(tx, notice, {
    person: smsTexts.passwordReissued(),
    company: smsTexts.passwordReissuedOfCompany(),
  });
}

async function notify(
  tx: Writer,
  { accountId, now: at, random }: Notice,
  texts: Record<'person' | 'company', SmsText>,
): Promise<void> {
  const line = await readLine(tx, accountId);
  if (lineState(line, at) !== 'active') return;
  const { holder_kind } = await readAccount(tx, accountId);
  const text = texts[holder_kind];
  await enqueueSms(tx, { accountId, msisdn: line.msisdn, sender: cabinetSender, text, at, random });
}
