import type { Random } from '../../../shared/clock.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { lineState } from '../lines/rules.ts';
import { enqueueSms } from '../sms/enqueue.ts';
import { cabinetSender } from '../sms/numbers.ts';
import { smsTexts } from '../sms/texts.ts';

/** Tells the line that its password was changed, and what to do if that was somebody else; a blocked SIM hears nothing. */
export async function notifyOfChange(
  tx: Writer,
  notice: { accountId: bigint; now: Date; random: Random },
): Promise<void> {
  const { accountId, now: at, random } = notice;
  const line = await readLine(tx, accountId);
  if (lineState(line, at) !== 'active') return;
  const { holder_kind } = await readAccount(tx, accountId);
  const text = holder_kind === 'company' ? smsTexts.passwordChangedOfCompany() : smsTexts.passwordChanged();
  await enqueueSms(tx, { accountId, msisdn: line.msisdn, sender: cabinetSender, text, at, random });
}
