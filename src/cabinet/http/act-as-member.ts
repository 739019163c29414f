import { errors } from '../../contract/errors.ts';
import type { Operation } from '../../contract/operation.ts';
import type { Writer } from '../storage/schema.ts';
import { findStaffReply } from '../storage/staff/reader.ts';
import { insertStaffReply, lockStaffKey } from '../storage/staff/replies.ts';
import { holdStaffSession } from '../storage/staff/sessions.ts';
import type { Store } from '../storage/store.ts';
import { hashInput, withoutDryRun } from './idempotency.ts';
import type { Ended, StoredReply } from './mutate.ts';
import { ProblemError } from './problem.ts';
import { refusalToWire } from './refusals.ts';
import type { StaffCall, StaffRoute } from './route.ts';
import { openReply, sealReply } from './sealed-reply.ts';

export interface StaffAct {
  route: StaffRoute;
  call: StaffCall<Operation>;
  /** Of a mutation. */
  key: string;
  /** What the call is known to be about so far. */
  about: { subject: string | null };
  reason: string | null;
}

/**
 * Runs a member's call: effects, idempotency key and the record in the audit trail commit in one transaction (R16). The
 * session is held last, so that a member who was locked out while the call waited has done nothing. A refusal is
 * recorded like a success; a dry run is rolled back, and then recorded.
 * @throws ProblemError `session_revoked`; `idempotency_key_reused` when the key came with another operation or input
 */
export async function actAsMember(store: Store, act: StaffAct): Promise<Ended> {
  const { call, route } = act;
  const { dryRun, trail } = call;
  const recordAlone = (result: string) => store.transact((tx) => record(tx, act, result));
  try {
    const ended = await store.transact(
      async (tx) => {
        const ended = route.operation.mutation ? await underKey(tx, act) : await perform(tx, act);
        if (!(await holdStaffSession(tx, call.member.tokenHash))) throw new ProblemError('session_revoked');
        if (!dryRun) await record(tx, act, resultOf(ended));
        return ended;
      },
      { dryRun },
    );
    if (dryRun) await recordAlone(resultOf(ended));
    trail.settled();
    return ended;
  } catch (error) {
    if (error instanceof ProblemError) {
      await recordAlone(error.wire.code);
      trail.settled();
    }
    throw error;
  }
}

async function perform(tx: Writer, { route, call }: StaffAct): Promise<Ended> {
  const outcome = await route.handle(tx, call);
  if (outcome.ok) return { replayed: false, reply: outcome.value };
  const { now, member } = call;
  return { replayed: false, error: refusalToWire(outcome.refusal, { now, timeZone: member.timeZone }) };
}

/** A reply as it is stored: whom it was about does not follow from every request. */
type Stored = StoredReply & { subject: string | null };

async function underKey(tx: Writer, act: StaffAct): Promise<Ended> {
  const { route, call, key, about } = act;
  const { operation } = route;
  const { member, dryRun, now, random } = call;
  if (dryRun) return perform(tx, act);
  const replyKey = replyKeyOf(call.input);
  const hashedUnder = replyKey ?? (operation.secrets ? call.token : null);
  const inputHash = hashInput(operation, withoutDryRun(call.input), hashedUnder);
  await lockStaffKey(tx, member.memberId, key);
  const known = await findStaffReply(tx, member.memberId, key);
  if (known) {
    const same = known.operation === operation.id && inputHash.equals(known.input_hash);
    if (!same) throw new ProblemError('idempotency_key_reused');
    const { subject, ...stored } = known.reply as Stored;
    about.subject = subject;
    if ('error' in stored || replyKey === null) return { replayed: true, ...stored };
    return { replayed: true, reply: openReply(stored.reply, { replyKey, key }) };
  }
  const ended = await perform(tx, act);
  // «Try again» under the same key must not be answered with the same words for ever.
  if ('error' in ended && errors[ended.error.code].remedy === 'retry') return ended;
  const { replayed: _, ...plain } = ended;
  const sealed =
    'error' in plain || replyKey === null
      ? plain
      : { reply: sealReply(plain.reply, { replyKey, key }, random) };
  await insertStaffReply(tx, {
    member_id: member.memberId,
    key,
    operation: operation.id,
    input_hash: inputHash,
    status: 'error' in ended ? errors[ended.error.code].status : operation.status,
    reply: { ...sealed, subject: about.subject } satisfies Stored,
    created_at: now,
  });
  return ended;
}

/** What `getStaffSession` and its like do is not an act. */
async function record(tx: Writer, act: StaffAct, result: string): Promise<void> {
  const { route, call, about, reason } = act;
  if (route.operation.passive) return;
  const { member, dryRun, trail } = call;
  await trail.append(tx, { member, subject: about.subject, reason, result, dryRun });
}

function resultOf(ended: Ended): string {
  return 'error' in ended ? ended.error.code : 'done';
}

function replyKeyOf(input: unknown): string | null {
  const { body } = input as { body?: { reply_key?: string } };
  return body?.reply_key ?? null;
}
