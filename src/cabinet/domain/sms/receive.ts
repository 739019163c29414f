import { createHash } from 'node:crypto';
import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { findLineByMsisdn } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { insertReceived, lockSender, wasReceived } from '../../storage/sms/received.ts';
import type { Store } from '../../storage/store.ts';
import { uuidv7 } from '../identifiers.ts';
import { answerRecoverySms } from '../recovery/answer.ts';
import { WRITTEN_ONE_TIME_PASSWORD } from '../recovery/password.ts';
import { answerGiftBySms } from '../tones/answerGiftBySms.ts';
import { shortNumbers } from './numbers.ts';
import { MASK } from './texts.ts';

/** A message that somebody sent to a short number of the cabinet. */
export interface IncomingSms {
  /** 10 national digits. */
  from: string;
  to: string;
  text: string;
  now: Date;
  random: Random;
  settings: Settings;
  /** The sender's own number of the message, when the short-message service passes one on. */
  reference?: number;
}

/**
 * What a short number does with a message, in the transaction in which it is received; answers go through `enqueueSms`.
 * The number may be nobody's. May lock one account.
 */
type ShortNumberService = (tx: Writer, sms: IncomingSms) => Promise<void>;

/** By short number. What comes to another one is kept in the log and has no effect. */
const services: Readonly<Record<string, ShortNumberService>> = {
  [shortNumbers.recovery]: answerRecoverySms,
  [shortNumbers.gifts]: answerGiftBySms,
};

/**
 * Takes a message once: the short-message service may deliver it again when the cabinet's answer was lost. Returns when
 * everything that it does is committed.
 */
export function receiveSms(store: Store, sms: IncomingSms): Promise<void> {
  return store.transact(async (tx) => {
    await lockSender(tx, sms.from);
    await takeIncoming(tx, sms);
  });
}

/** `receiveSms` in a transaction that has had `lockSender`. */
export async function takeIncoming(tx: Writer, sms: IncomingSms): Promise<void> {
  const { from: msisdn, now: at, settings } = sms;
  const fingerprint = fingerprintOf(sms);
  if (await wasReceived(tx, { msisdn, fingerprint, at, withinMs: settings.smsRepeatMs })) return;
  const line = await findLineByMsisdn(tx, msisdn);
  await insertReceived(tx, {
    msisdn,
    received_id: uuidv7(at, sms.random),
    account_id: line?.account_id ?? null,
    recipient: sms.to,
    fingerprint,
    masked: maskReceived(sms.text),
    received_at: at,
  });
  await services[sms.to]?.(tx, sms);
}

function fingerprintOf({ from, to, text, reference }: IncomingSms): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([from, to, text, reference ?? null]))
    .digest();
}

const LONGEST_KEPT = 100;

/**
 * Words with a digit may be codes or passwords (R3: a password has one); one-time passwords have a shape. They are masked
 * before the text is cut, lest a piece be left that no longer shows what it is of. A database keeps no NUL and no half of a pair.
 */
function maskReceived(text: string): string {
  const words = text.replace(/\p{Cc}/gu, ' ').replace(WRITTEN_ONE_TIME_PASSWORD, MASK);
  const masked = words.replace(/\S+/gu, (word) => (/\d/.test(word) ? MASK : word));
  return masked.slice(0, LONGEST_KEPT).toWellFormed();
}
