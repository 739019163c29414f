import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { verifyAudit } from '../../domain/audit/verify.ts';
import { done } from '../../domain/outcome.ts';
import { staff } from '../../http/route.ts';

export const verifyAuditRoute = staff(operations.verifyAudit, async (tx, { input, member, concerns }) => {
  concerns('trail:all');
  const { rows, head, problems } = await verifyAudit(tx, { anchor: anchorOf(input.query?.expect) });
  return done({
    rows,
    head: head && {
      sequence: Number(head.sequence),
      hash: head.hash.toString('hex'),
      at: formatInstant(head.at, member.timeZone),
    },
    problems: problems.map(({ sequence, kind }) => ({ sequence: Number(sequence), kind })),
  });
});

/** «42:9f86…», whose shape the contract has checked. */
function anchorOf(expected: string | undefined) {
  const [sequence, hash] = expected?.split(':') ?? [];
  if (sequence === undefined || hash === undefined) return undefined;
  return { sequence: BigInt(sequence), hash: Buffer.from(hash, 'hex') };
}
