import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { findService, type ServiceRow } from '../../storage/services/reader.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { asChargedOn } from './rules.ts';

/** One service as it stands for the line, archived or not. Refused as `service_not_found`. */
export async function getService(
  db: Reader,
  { accountId, serviceId, now }: { accountId: bigint; serviceId: string; now: Date },
): Promise<Outcome<ServiceRow>> {
  const service = await findService(db, accountId, serviceId);
  if (!service) return refuse({ kind: 'service_not_found' });
  return done(asChargedOn(await readLine(db, accountId), service, now));
}
