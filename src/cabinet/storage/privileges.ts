import { sql } from 'kysely';
import type { Reader, Writer } from './schema.ts';

/** Whether the database has a role of this name. */
export async function roleExists(db: Reader, role: string): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db);
  return rows.length > 0;
}

/**
 * Lets a role do what the server does: everything with rows, nothing with tables, and with the audit trail only adding to
 * it (R16). Said anew after every migration, because a new table is nobody's.
 */
export async function grantServer(tx: Writer, role: string): Promise<void> {
  const to = sql.id(role);
  // Nodes that migrate together take turns: PostgreSQL refuses grants on the same table at once.
  await sql`select pg_advisory_xact_lock(hashtext('lisa grants'))`.execute(tx);
  await sql`grant usage on schema public to ${to}`.execute(tx);
  await sql`grant select, insert, update, delete on all tables in schema public to ${to}`.execute(tx);
  await sql`revoke update, delete, truncate on staff_audit from ${to}`.execute(tx);
}

/** What the role of this connection could do to the audit trail and must not be able to; empty for a server's role. */
export async function auditRights(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ right: string }>`
    select r as right from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) r
    where has_table_privilege(current_user, 'staff_audit', r)`.execute(db);
  return rows.map(({ right }) => right);
}
