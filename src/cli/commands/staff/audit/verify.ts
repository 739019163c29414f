import type { ReplyOf } from '../../../../contract/operation.ts';
import { verifyAudit } from '../../../../contract/operations/staff-audit.ts';
import { UsageError } from '../../../errors.ts';
import { exitCodes } from '../../../exit-codes.ts';
import { cell } from '../../../render/cells.ts';
import type { Block } from '../../../render/result.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { Run } from '../../../spec.ts';
import type { auditVerify } from './spec.ts';

type Verified = ReplyOf<typeof verifyAudit>;

export const run: Run<typeof auditVerify> = async (context, { options }) => {
  const query = options.expect === undefined ? {} : { expect: readAnchor(options.expect) };
  await requireStaff(context);
  const client = await context.client();
  const verified = await client.call(verifyAudit, { query });
  const whole = verified.problems.length === 0;
  return {
    json: { schema: 'staff-audit-verify/1', ...verified },
    blocks: show(verified),
    notes: [{ key: whole ? 'audit.whole' : 'audit.broken' }],
    exit: whole ? exitCodes.done : exitCodes.failed,
  };
};

/** A newest row that was noted before, as this command prints it. @throws UsageError */
function readAnchor(text: string): string {
  const anchor = text.trim().toLowerCase();
  if (!/^[1-9]\d{0,14}:[0-9a-f]{64}$/.test(anchor)) throw new UsageError('audit.bad-anchor');
  return anchor;
}

function show({ rows, head, problems }: Verified): Block[] {
  const anchor = head === null ? null : `${head.sequence}:${head.hash}`;
  const fields: Block = {
    kind: 'fields',
    rows: [
      { key: 'rows', label: 'audit.rows', value: cell.number(rows) },
      { key: 'head', label: 'audit.head', value: cell.text(anchor) },
      { key: 'head_at', label: 'audit.head-at', value: cell.instant(head?.at ?? null) },
    ],
  };
  if (problems.length === 0) return [fields];
  return [
    fields,
    {
      kind: 'table',
      title: 'audit.problems',
      columns: [{ label: 'audit.sequence', align: 'right' }, { label: 'audit.problem' }],
      rows: problems.map(({ sequence, kind }) => [
        cell.number(sequence),
        cell.word(kind, `audit-problem.${kind}`),
      ]),
      empty: 'audit.whole',
    },
  ];
}
