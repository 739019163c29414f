import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { lockAuditHead } from '../../storage/audit/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { hasAdministrator } from '../../storage/staff/reader.ts';
import { appendAudit } from '../audit/append.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { addMember } from './addMember.ts';

/**
 * Adds the administrator who adds everybody else; recorded as an act of nobody of the staff (R16). Refused as
 * `member_exists` when there is an administrator already, or somebody else with this login.
 */
export async function createFirstAdministrator(
  tx: Writer,
  first: { login: string; name: string; office: string; now: Date; random: Random; settings: Settings },
): Promise<Outcome<{ password: string; expiresAt: Date }>> {
  // Held to the end, so that of two who begin at once only one is the first.
  await lockAuditHead(tx);
  if (await hasAdministrator(tx)) return refuse({ kind: 'member_exists' });
  const added = await addMember(tx, { ...first, role: 'administrator', region: null, ownLines: [] });
  await appendAudit(tx, {
    at: first.now,
    member: null,
    role: null,
    office: null,
    action: 'createFirstAdministrator',
    subject: `member:${first.login}`,
    reason: null,
    source: null,
    result: added.ok ? 'done' : added.refusal.kind,
    dry_run: false,
    request_id: null,
  });
  return added;
}
