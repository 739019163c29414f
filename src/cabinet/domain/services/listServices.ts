import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readServices, type ServiceRow } from '../../storage/services/reader.ts';
import { asChargedOn } from './rules.ts';

export interface ServiceQuery {
  accountId: bigint;
  now: Date;
  /** Only what the line has, or only what it can have; both when absent. */
  state?: 'connected' | 'available' | undefined;
  category?: string | undefined;
}

/** The services that the line has or can have: of the archive only those that it has. */
export async function listServices(db: Reader, query: ServiceQuery): Promise<ServiceRow[]> {
  const { accountId, now, state, category } = query;
  const line = await readLine(db, accountId);
  const services = await readServices(db, accountId);
  return services
    .filter((service) => category === undefined || service.category === category)
    .filter((service) => (service.state === null ? service.open : true))
    .filter((service) => state === undefined || (state === 'connected') === (service.state !== null))
    .map((service) => asChargedOn(line, service, now));
}
