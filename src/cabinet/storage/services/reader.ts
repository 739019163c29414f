import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { LineServicesTable, ServicesTable } from '../schema-catalogues.ts';

/** A service that another one needs, excludes or is needed by, and whether the line has it. */
export interface RelatedService {
  service_id: string;
  name_ru: string;
  name_en: string;
  connected: boolean;
}

/** A service of the catalogue as it stands for a line; `state` is null when the line does not have it. */
export interface ServiceRow extends ServicesTable {
  state: LineServicesTable['state'] | null;
  connected_at: Date | null;
  next_fee_at: Date | null;
  paused_since: Date | null;
  requires: RelatedService[];
  conflicts: RelatedService[];
  required_by: RelatedService[];
}

/** Every service of the catalogue, the archive included, in its order. */
export function readServices(db: Reader, accountId: bigint): Promise<ServiceRow[]> {
  return select(db, accountId, sql`true`);
}

/** A service by its id, archived or not. */
export async function findService(
  db: Reader,
  accountId: bigint,
  serviceId: string,
): Promise<ServiceRow | undefined> {
  const [row] = await select(db, accountId, sql`s.service_id = ${serviceId}`);
  return row;
}

async function select(db: Reader, accountId: bigint, condition: RawBuilder<unknown>): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select s.*, l.state, l.connected_at, l.next_fee_at, l.paused_since,
      ${related(accountId, sql`select r.required_service_id from service_requirements r where r.service_id = s.service_id`)} as requires,
      ${related(
        accountId,
        sql`select c.other_service_id from service_conflicts c where c.service_id = s.service_id
            union select c.service_id from service_conflicts c where c.other_service_id = s.service_id`,
      )} as conflicts,
      ${related(accountId, sql`select r.service_id from service_requirements r where r.required_service_id = s.service_id`)} as required_by
    from services s
    left join line_services l on l.account_id = ${accountId} and l.service_id = s.service_id
    where ${condition}
    order by s.position, s.service_id collate "C"`.execute(db);
  return rows;
}

/** The services whose ids a query answers, in the order of the catalogue, as one JSON value. */
function related(accountId: bigint, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object(
      'service_id', o.service_id, 'name_ru', o.name_ru, 'name_en', o.name_en, 'connected', h.service_id is not null)
      order by o.position, o.service_id collate "C")
    from services o
    left join line_services h on h.account_id = ${accountId} and h.service_id = o.service_id
    where o.service_id in (${ids})), '[]'::jsonb)`;
}
