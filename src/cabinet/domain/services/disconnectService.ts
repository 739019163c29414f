import { assert } from '../../../shared/assert.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { findService, type ServiceRow } from '../../storage/services/reader.ts';
import { deleteLineService } from '../../storage/services/writer.ts';
import { done, type Outcome } from '../outcome.ts';
import { refuseDisconnection } from './rules.ts';

/**
 * Disconnects a service, paused or not; what was paid for the running period is not returned. The caller's transaction
 * holds the lock of the account. Refused as `refuseDisconnection` says.
 */
export async function disconnectService(
  tx: Writer,
  { accountId, serviceId, now }: { accountId: bigint; serviceId: string; now: Date },
): Promise<Outcome<ServiceRow>> {
  const line = await readLine(tx, accountId);
  const service = await findService(tx, accountId, serviceId);
  const refusal = refuseDisconnection({ line, service }, now);
  if (refusal) return refusal;
  assert(service, 'a service that does not exist is refused');
  await deleteLineService(tx, accountId, serviceId);
  return done({ ...service, state: null, connected_at: null, next_fee_at: null, paused_since: null });
}
