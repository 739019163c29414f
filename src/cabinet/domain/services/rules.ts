import type { Kopecks } from '../../../shared/money.ts';
import { DAY_MS, plus } from '../../../shared/period.ts';
import type { ServiceRow } from '../../storage/services/reader.ts';
import { monthsAfter } from '../billing/months.ts';
import { type Posting, refuseUnlessCovered } from '../ledger/rules.ts';
import { type Line, lineState, refuseUnlessActive } from '../lines/rules.ts';
import { type Refused, refuse } from '../outcome.ts';

/** What a connection takes at once, in kopecks: the connection fee and the fee of the first period. */
export function connectionTotal(service: Pick<ServiceRow, 'connection_fee' | 'fee'>): Kopecks {
  return service.connection_fee + service.fee;
}

/** The movement of a connection: from the wallet to two kinds of revenue; empty when it costs nothing. */
export function connectionPostings(service: Pick<ServiceRow, 'connection_fee' | 'fee'>): Posting[] {
  const postings: Posting[] = [
    { book: 'wallet', amount: -connectionTotal(service) },
    { book: 'revenue.service', amount: service.connection_fee },
    { book: 'revenue.service', amount: service.fee },
  ];
  return postings.filter((posting) => posting.amount !== 0n);
}

/** When the second period of a service connected at `now` begins; null for one without a fee. */
export function secondFeeAt(
  { fee_period }: Pick<ServiceRow, 'fee_period'>,
  now: Date,
  timeZone: string,
): Date | null {
  if (fee_period === null) return null;
  return fee_period === 'day' ? plus(now, DAY_MS) : monthsAfter(now, 1, timeZone);
}

export interface ServiceFacts {
  line: Line;
  /** The service that was asked for; undefined when there is no such service. */
  service: ServiceRow | undefined;
}

/**
 * Why a connection is refused, in a fixed order: the line, the service, what it needs, what it excludes, and money
 * last, so that nobody tops up for a connection that would be refused anyway. Null when it may happen.
 */
export function refuseConnection(
  { line, service, wallet }: ServiceFacts & { wallet: Kopecks },
  now: Date,
): Refused | null {
  const notActive = refuseUnlessActive(line, now);
  if (notActive) return notActive;
  if (!service) return refuse({ kind: 'service_not_found' });
  if (!service.open) return refuse({ kind: 'service_not_available' });
  if (service.state !== null) return refuse({ kind: 'service_already_connected' });
  const missing = service.requires.filter((other) => !other.connected);
  if (missing.length > 0) return refuse({ kind: 'service_requires', services: missing });
  const excluded = service.conflicts.filter((other) => other.connected);
  if (excluded.length > 0) return refuse({ kind: 'service_conflicts', services: excluded });
  return refuseUnlessCovered(wallet, connectionTotal(service));
}

/**
 * Why a disconnection is refused, in a fixed order. A blocked line may give its services up: it costs nothing. Null
 * when it may happen.
 */
export function refuseDisconnection({ line, service }: ServiceFacts, now: Date): Refused | null {
  if (lineState(line, now) === 'disconnected') return refuse({ kind: 'line_disconnected' });
  if (!service) return refuse({ kind: 'service_not_found' });
  if (service.state === null) return refuse({ kind: 'service_not_connected' });
  if (!service.can_disconnect) return refuse({ kind: 'service_not_removable' });
  const needing = service.required_by.filter((other) => other.connected);
  if (needing.length > 0) return refuse({ kind: 'service_required_by', services: needing });
  return null;
}

/** R9: while the line is not active its fees stand still, so that no date can be named. */
export function asChargedOn<T extends { next_fee_at: Date | null }>(line: Line, service: T, now: Date): T {
  return lineState(line, now) === 'active' ? service : { ...service, next_fee_at: null };
}
