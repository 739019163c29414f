import { lockAccount } from '../../storage/account/lock.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { findLineByMsisdn } from '../../storage/lines/reader.ts';
import { keepAnswered, readAnswered } from '../../storage/recovery/recoveries.ts';
import type { Writer } from '../../storage/schema.ts';
import { lineState } from '../lines/rules.ts';
import { enqueueSms } from '../sms/enqueue.ts';
import { shortNumbers } from '../sms/numbers.ts';
import type { IncomingSms } from '../sms/receive.ts';
import { type SmsText, smsTexts } from '../sms/texts.ts';
import { issueOneTimePassword } from './issue.ts';
import { answerTo } from './rules.ts';

/**
 * An SMS to 1070, whatever it says (R4): the line is answered with a one-time password, a company's with the way to an
 * office. Nobody is answered whose number is unknown, or whose SIM is blocked: a phone that was stolen is not to become a
 * way in.
 */
export async function answerRecoverySms(
  tx: Writer,
  sms: Pick<IncomingSms, 'from' | 'now' | 'random' | 'settings'>,
): Promise<void> {
  const { from: msisdn, now, random } = sms;
  const found = await findLineByMsisdn(tx, msisdn);
  if (!found) return;
  const accountId = found.account_id;
  await lockAccount(tx, accountId);
  const line = await findLineByMsisdn(tx, msisdn);
  if (!line || lineState(line, now) !== 'active') return;
  const text = await answerOf(tx, accountId, sms);
  if (text) await enqueueSms(tx, { accountId, msisdn, sender: shortNumbers.recovery, text, at: now, random });
}

async function answerOf(
  tx: Writer,
  accountId: bigint,
  { now, random, settings }: Pick<IncomingSms, 'now' | 'random' | 'settings'>,
): Promise<SmsText | null> {
  const account = await readAccount(tx, accountId);
  const last = await readAnswered(tx, accountId);
  const { answer, answered } = answerTo(last, { now, timeZone: account.time_zone, settings });
  if (answer === 'nothing') return null;
  await keepAnswered(tx, accountId, answered);
  if (answer === 'tomorrow') return smsTexts.recoveryTomorrow();
  if (account.holder_kind === 'company') return smsTexts.recoveryAtOffice();
  const { password, expiresAt } = await issueOneTimePassword(tx, {
    accountId,
    way: 'sms',
    now,
    random,
    settings,
  });
  return smsTexts.oneTimePassword(password, expiresAt);
}
