import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { findService, type ServiceRow } from '../../storage/services/reader.ts';
import { insertLineService } from '../../storage/services/writer.ts';
import { charge } from '../ledger/charge.ts';
import { done, type Outcome } from '../outcome.ts';
import { movementNames } from '../usage/movements.ts';
import { connectionPostings, connectionTotal, refuseConnection, secondFeeAt } from './rules.ts';

export interface ServiceConnection {
  service: ServiceRow;
  total: Kopecks;
  balanceBefore: Kopecks;
  balanceAfter: Kopecks;
}

/**
 * Connects a service: the connection fee and the fee of the first period are taken in one ledger transaction. The
 * caller's transaction holds the lock of the account. Refused as `refuseConnection` says.
 */
export async function connectService(
  tx: Writer,
  request: { accountId: bigint; timeZone: string; serviceId: string; now: Date; random: Random },
): Promise<Outcome<ServiceConnection>> {
  const { accountId, timeZone, serviceId, now, random } = request;
  const line = await readLine(tx, accountId);
  const service = await findService(tx, accountId, serviceId);
  const { wallet } = await readBalances(tx, accountId);
  const refusal = refuseConnection({ line, service, wallet }, now);
  if (refusal) return refusal;
  assert(service, 'a service that does not exist is refused');
  const balanceAfter = await charge(tx, wallet, {
    accountId,
    kind: 'service_connection',
    details: { service: serviceId },
    detail: { type: 'service', service: movementNames.serviceConnection(service.name_ru) },
    postings: connectionPostings(service),
    at: now,
    random,
  });
  const connected = {
    state: 'active',
    connected_at: now,
    next_fee_at: secondFeeAt(service, now, timeZone),
    paused_since: null,
  } as const;
  await insertLineService(tx, {
    account_id: accountId,
    service_id: serviceId,
    ...connected,
    period_anchor: service.fee_period && now,
  });
  const total = connectionTotal(service);
  return done({
    service: { ...service, ...connected },
    total,
    balanceBefore: balanceAfter + total,
    balanceAfter,
  });
}
