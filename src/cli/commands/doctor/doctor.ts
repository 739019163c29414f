import { examine } from '../../doctor/examine.ts';
import { inEnglish, reportOf, tell } from '../../doctor/tell.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import type { doctor } from './spec.ts';

export const run: Run<typeof doctor> = async (asked) => {
  const context = asked.mode === 'terminal' ? asked : await inEnglish(asked);
  const progress = asked.progress('doctor.looking');
  const findings = await examine(context).finally(() => progress.stop());
  const items = findings.map((finding) => tell(context, finding));
  const report = reportOf(items);
  const { problems } = report;
  return {
    json: report,
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'doctor.check' },
          { label: 'doctor.level' },
          { label: 'doctor.detail' },
          { label: 'doctor.fix' },
        ],
        rows: items.map(({ check, level, detail, fix }) => [
          cell.word(check, `doctor-check.${check}`),
          cell.finding(level),
          cell.text(detail),
          cell.text(fix),
        ]),
        empty: 'doctor.summary',
      },
    ],
    notes: [{ key: problems === 0 ? 'doctor.healthy' : 'doctor.problems', params: { count: problems } }],
    exit: problems === 0 ? exitCodes.done : exitCodes.failed,
  };
};
