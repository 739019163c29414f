import { type AuditQuery, type AuditRow, readAudit } from '../../storage/audit/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { type Page, pageOf } from '../page.ts';

/** What a subject begins with: a login that led to nobody whom the member serves, a search, or who it was about. */
const kinds = ['account', 'login', 'member', 'search'];

/**
 * A page of the trail, newest first. `on` is a subject as it is written, or only what is behind its colon: an account
 * number, the login of a member.
 */
export async function listAudit(
  db: Reader,
  { on, limit, ...query }: Omit<AuditQuery, 'subjects'> & { on?: string | undefined },
): Promise<Page<AuditRow>> {
  const subjects = on === undefined ? undefined : [on, ...kinds.map((kind) => `${kind}:${on}`)];
  const rows = await readAudit(db, { ...query, subjects, limit: limit + 1 });
  return pageOf(rows, limit, (row) => row.sequence.toString());
}
