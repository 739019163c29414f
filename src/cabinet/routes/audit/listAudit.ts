import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { listAudit } from '../../domain/audit/list.ts';
import { done } from '../../domain/outcome.ts';
import { staff } from '../../http/route.ts';
import type { AuditRow } from '../../storage/audit/reader.ts';

const PAGE_ROWS = 50;

export const listAuditRoute = staff(operations.listAudit, async (tx, { input, member, concerns }) => {
  const { from, to, after, by, on, limit = PAGE_ROWS, ...query } = input.query ?? {};
  concerns(`trail:${on ?? by ?? 'all'}`);
  const page = await listAudit(tx, {
    ...query,
    by,
    on,
    limit,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
    after: after === undefined ? undefined : BigInt(after),
  });
  return done({ items: page.items.map((row) => recordToWire(row, member.timeZone)), next: page.next });
});

function recordToWire({ sequence, at, hash, ...row }: AuditRow, timeZone: string) {
  return {
    ...row,
    sequence: Number(sequence),
    at: formatInstant(at, timeZone),
    hash: hash.toString('hex'),
  };
}
