import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { StaffAuditTable } from '../schema-staff.ts';

export type AuditRow = StaffAuditTable;

/** What a row says, without its place in the chain. */
export type AuditEntry = Omit<StaffAuditTable, 'sequence' | 'hash'>;

export interface AuditQuery {
  by?: string | undefined;
  subjects?: readonly string[] | undefined;
  /** Half-open. */
  from?: Date | undefined;
  to?: Date | undefined;
  action?: string | undefined;
  /** Behind the row of this sequence. */
  after?: bigint | undefined;
  limit: number;
}

/** Rows of the trail, newest first. */
export function readAudit(db: Reader, query: AuditQuery): Promise<AuditRow[]> {
  const { by, subjects, from, to, action, after, limit } = query;
  let rows = db.selectFrom('staff_audit').selectAll();
  if (by !== undefined) rows = rows.where('member', '=', by);
  if (subjects !== undefined) rows = rows.where('subject', 'in', subjects);
  if (from !== undefined) rows = rows.where('at', '>=', from);
  if (to !== undefined) rows = rows.where('at', '<', to);
  if (action !== undefined) rows = rows.where('action', '=', action);
  if (after !== undefined) rows = rows.where('sequence', '<', after);
  return rows.orderBy('sequence', 'desc').limit(limit).execute();
}

/** Rows between two sequences, both included, oldest first. */
export function readAuditChain(
  db: Reader,
  { from, to, limit }: { from: bigint; to: bigint; limit: number },
): Promise<AuditRow[]> {
  return db
    .selectFrom('staff_audit')
    .selectAll()
    .where('sequence', '>=', from)
    .where('sequence', '<=', to)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** The end of the trail as it was noted when its last row was written, and the largest sequence that there is. */
export async function readAuditEnds(
  db: Reader,
): Promise<{ noted: { sequence: bigint; hash: Buffer }; last: bigint }> {
  const { rows } = await sql<{ sequence: bigint; hash: Buffer; last: bigint }>`
    select sequence, hash, coalesce((select max(sequence) from staff_audit), 0) as last
    from staff_audit_head`.execute(db);
  const [row] = rows;
  return row
    ? { noted: { sequence: row.sequence, hash: row.hash }, last: row.last }
    : { noted: { sequence: 0n, hash: Buffer.alloc(0) }, last: 0n };
}
