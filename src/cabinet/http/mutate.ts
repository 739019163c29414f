import { errors } from '../../contract/errors.ts';
import type { Operation } from '../../contract/operation.ts';
import { billAccount } from '../domain/billing/billAccount.ts';
import { lockAccount } from '../storage/account/lock.ts';
import { findReply } from '../storage/idempotency/reader.ts';
import { insertReply } from '../storage/idempotency/writer.ts';
import { holdSession } from '../storage/sessions/writer.ts';
import type { Store } from '../storage/store.ts';
import { hashInput, withoutDryRun } from './idempotency.ts';
import { ProblemError, type WireError } from './problem.ts';
import { refusalToWire } from './refusals.ts';
import type { Call, MutationRoute } from './route.ts';

/** How a mutation ended, as it is sent and as it is stored under the key. */
export type Ended = { replayed: boolean } & StoredReply;

export type StoredReply = { reply?: unknown } | { error: WireError };

interface Mutation {
  route: MutationRoute;
  call: Call<Operation>;
  key: string;
  token: string;
  dryRun: boolean;
}

/**
 * Runs a mutation: effects, idempotency key and hash of the input commit in one transaction, under the lock of the
 * account, so that the same key sent at the same time has one effect. A session that ended while the request waited for
 * that lock changes nothing any more (R2). What fell due until now is done first, so that an outcome does not depend on
 * when billing ran last. A dry run is the same code rolled back.
 * @throws ProblemError `session_revoked`; `idempotency_key_reused` when the key came with another operation or input
 */
export function mutate(store: Store, { route, call, key, token, dryRun }: Mutation): Promise<Ended> {
  const { operation } = route;
  const { subject, now } = call;
  const inputHash = hashInput(operation, withoutDryRun(call.input), operation.secrets ? token : null);
  return store.transact(
    async (tx) => {
      await lockAccount(tx, subject.accountId);
      if (!(await holdSession(tx, subject.tokenHash))) throw new ProblemError('session_revoked');
      const stored = dryRun ? undefined : await findReply(tx, subject.accountId, key);
      if (stored) {
        const same = stored.operation === operation.id && inputHash.equals(stored.input_hash);
        if (!same) throw new ProblemError('idempotency_key_reused');
        return { replayed: true, ...(stored.reply as StoredReply) };
      }
      await billAccount(tx, { accountId: subject.accountId, until: now, settings: call.settings });
      const outcome = await route.handle(tx, { ...call, dryRun });
      const ended: StoredReply = outcome.ok
        ? { reply: outcome.value }
        : { error: refusalToWire(outcome.refusal, { now, timeZone: subject.timeZone }) };
      // «Try again» under the same key must not be answered with the same words for ever.
      const passing = 'error' in ended && errors[ended.error.code].remedy === 'retry';
      if (!dryRun && !passing) {
        await insertReply(tx, {
          account_id: subject.accountId,
          key,
          operation: operation.id,
          input_hash: inputHash,
          status: 'error' in ended ? errors[ended.error.code].status : operation.status,
          reply: ended,
          created_at: now,
        });
      }
      return { replayed: false, ...ended };
    },
    { dryRun },
  );
}
