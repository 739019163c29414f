import { CabinetError } from '../../../client/errors.ts';
import { issueCredentials } from '../../../contract/operations/staff-issues.ts';
import type { Calls } from './calls.ts';
import type { Journal } from './journal.ts';
import type { Order } from './orders.ts';

/** A sound order under its id. */
export interface Planned {
  id: string;
  line: number;
  order: Order;
}

/** An order that the cabinet refused although nothing was found wrong before. */
export interface Refused {
  line: number;
  error: CabinetError;
}

/** Requests at once: the cabinet spends most of a request on hashes and disk, which take turns well. */
export const AT_ONCE = 4;

/**
 * Issues these orders; each is in the journal before the next request of its row of workers. Refused ones are returned, the
 * others go on; any other failure ends the work when the requests under way are done.
 * @throws what kept the work from going on
 */
export async function issueAll(
  calls: Calls,
  journal: Journal,
  orders: readonly Planned[],
  told: (done: number) => void,
): Promise<Refused[]> {
  const refused: Refused[] = [];
  const queue = orders.values();
  let done = 0;
  let stopped = false;
  const work = async () => {
    for (const planned of queue) {
      if (stopped) return;
      const refusal = await issueOne(calls, journal, planned);
      if (refusal !== null) refused.push(refusal);
      done += 1;
      told(done);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, async () => {
    try {
      await work();
    } catch (error) {
      stopped = true;
      throw error;
    }
  });
  const failure = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
  return refused;
}

async function issueOne(
  calls: Calls,
  journal: Journal,
  { id, line, order }: Planned,
): Promise<Refused | null> {
  const { idempotencyKey, replyKey } = journal.keysOf(id);
  try {
    const body = { ...order, reply_key: replyKey };
    const credentials = await calls.call(issueCredentials, { body }, { idempotencyKey });
    await journal.recordIssued(id, { line, credentials });
    return null;
  } catch (error) {
    if (!(error instanceof CabinetError) || !OF_THE_ORDER.has(error.code)) throw error;
    await journal.recordRefused(id);
    return { line, error };
  }
}

/** Refusals that are about one order and not about the whole batch. */
const OF_THE_ORDER: ReadonlySet<string> = new Set([...issueCredentials.errors, 'bad_request']);
