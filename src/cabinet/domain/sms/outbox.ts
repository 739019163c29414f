import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { Writer } from '../../storage/schema.ts';
import {
  claimSms,
  giveUpSms,
  lockSms,
  type SmsKey,
  type SmsRow,
  updateSms,
} from '../../storage/sms/outbox.ts';
import {
  findPartByProviderId,
  findUnanswered,
  insertParts,
  readParts,
  resendParts,
  type SmsPartRow,
  updatePart,
} from '../../storage/sms/parts.ts';
import { referenceOf, type SmsPart, type SmsReceipt, type Submitted } from './part.ts';
import { pauseAfter, stateOfParts } from './rules.ts';

/**
 * Takes messages out of the outbox to be sent now. Their parts are marked as under way before one of them leaves, so
 * that after a crash nobody takes them for unsent: whatever had no answer when the lease ends is returned again, parts
 * that were answered are not.
 */
export async function takeSms(
  tx: Writer,
  request: {
    now: Date;
    limit: number;
    countParts(text: string): number;
    /** Whether to send again what may have arrived: a receipt would have come by now. */
    uncertain: boolean;
    settings: Settings;
  },
): Promise<SmsPart[]> {
  const { now, limit, uncertain, settings } = request;
  await giveUpSms(tx, { now, uncertain, attempts: settings.smsAttempts });
  const leaseUntil = plus(now, settings.smsUncertainMs);
  const parts: SmsPart[] = [];
  for (const row of await claimSms(tx, { now, leaseUntil, limit, uncertain })) {
    const known = await partsOf(tx, row, request.countParts(row.body));
    const open = known.filter(({ state }) => state === 'sending');
    parts.push(...open.map(({ part }) => toSend(row, part, known.length)));
  }
  return parts;
}

async function partsOf(tx: Writer, row: SmsRow, count: number): Promise<SmsPartRow[]> {
  const { account_id, message_id, msisdn } = row;
  await resendParts(tx, row);
  const known = await readParts(tx, row);
  if (known.length > 0) return known;
  const made = Array.from({ length: count }, (_, index) => {
    const part = index + 1;
    const reference = referenceOf({ reference: row.reference, part });
    const state = 'sending' as const;
    return { account_id, message_id, part, state, msisdn, reference, provider_id: null, failure: null };
  });
  await insertParts(tx, made);
  return made;
}

function toSend(row: SmsRow, part: number, parts: number): SmsPart {
  const { msisdn, sender, kind, body, masked, reference } = row;
  const { account_id: accountId, message_id: messageId, expires_at: expiresAt } = row;
  return { accountId, messageId, part, parts, msisdn, sender, kind, body, masked, reference, expiresAt };
}

/** Writes what became of a part that `takeSms` returned. A receipt may have been faster. */
export async function noteSubmitted(
  tx: Writer,
  sent: SmsPart,
  submitted: Submitted,
  { now, settings }: { now: Date; settings: Settings },
): Promise<void> {
  const key = { account_id: sent.accountId, message_id: sent.messageId };
  const message = await lockSms(tx, key);
  const part = (await readParts(tx, key)).find((row) => row.part === sent.part);
  if (part?.state === 'sending') await updatePart(tx, part, changeOf(submitted));
  else if (part && submitted.kind === 'accepted')
    await updatePart(tx, part, { provider_id: part.provider_id ?? submitted.providerId });
  await settle(tx, message, { now, settings, submitted });
}

function changeOf(submitted: Submitted): Partial<SmsPartRow> {
  switch (submitted.kind) {
    case 'accepted':
      return { state: submitted.delivered ? 'delivered' : 'sent', provider_id: submitted.providerId };
    case 'refused':
      return { state: 'failed', failure: submitted.failure };
    case 'busy':
      return { state: 'queued', failure: submitted.failure };
    case 'unsent':
      return { state: 'queued' };
    case 'unknown':
      return { state: 'sending' };
  }
}

/** Takes a receipt; false when there is no message that it could be about. Taking it again changes nothing. */
export async function noteReceipt(
  tx: Writer,
  receipt: SmsReceipt,
  moment: { now: Date; settings: Settings },
): Promise<boolean> {
  const found = await findPart(tx, receipt);
  if (!found) return false;
  const message = await lockSms(tx, found);
  const part = (await readParts(tx, found)).find((row) => row.part === found.part);
  if (!part || part.state === 'delivered') return part !== undefined;
  const state = receipt.state === 'under_way' ? 'sent' : receipt.state;
  const { failure } = receipt;
  await updatePart(tx, part, { state, failure, provider_id: part.provider_id ?? receipt.providerId });
  await settle(tx, message, moment);
  return true;
}

/**
 * By the name that the service gave the part; when the answer with that name was lost, by the reference that went with
 * it, or because nothing else to this recipient is unanswered.
 */
async function findPart(tx: Writer, receipt: SmsReceipt): Promise<SmsPartRow | undefined> {
  const { providerId, reference, msisdn } = receipt;
  const named = providerId === null ? undefined : await findPartByProviderId(tx, { providerId, msisdn });
  if (named) return named;
  const unanswered = await findUnanswered(tx, msisdn);
  if (reference !== null) return unanswered.find((part) => part.reference === reference);
  return unanswered.length === 1 ? unanswered[0] : undefined;
}

/** Brings a message that is locked in line with its parts. */
async function settle(
  tx: Writer,
  message: SmsRow,
  { now, settings, submitted }: { now: Date; settings: Settings; submitted?: Submitted },
): Promise<void> {
  const parts = await readParts(tx, message);
  const state = stateOfParts(parts);
  const isGivenUp = message.next_at === null;
  if (isGivenUp && (state === null || state === 'queued')) return;
  if (state === null) return renewLease(tx, message, plus(now, settings.smsUncertainMs), submitted);
  const failure = parts.find((part) => part.failure !== null)?.failure ?? null;
  if (state === 'queued') return requeue(tx, message, { now, settings, submitted, failure });
  if (state === 'failed') return updateSms(tx, message, { state, settled_at: now, failure });
  const settled_at = state === 'delivered' ? now : null;
  await updateSms(tx, message, { state, settled_at, sent_at: message.sent_at ?? now, failure: null });
}

/** From the moment on at which nobody answered, not from the one at which the message was taken. */
async function renewLease(tx: Writer, key: SmsKey, until: Date, submitted?: Submitted): Promise<void> {
  if (submitted?.kind === 'unknown') await updateSms(tx, key, { state: 'sending', next_at: until });
}

async function requeue(
  tx: Writer,
  message: SmsRow,
  context: { now: Date; settings: Settings; submitted?: Submitted | undefined; failure: string | null },
): Promise<void> {
  const { now, settings, failure } = context;
  // What has not left was not tried.
  const attempts = failure === null ? Math.max(0, message.attempts - 1) : message.attempts;
  if (attempts >= settings.smsAttempts) {
    await updateSms(tx, message, { state: 'failed', settled_at: now, failure });
    return;
  }
  const next_at = failure === null ? now : plus(now, pauseAfter(attempts));
  await updateSms(tx, message, { state: 'queued', next_at, attempts });
}
