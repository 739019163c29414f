import { loadMessages } from '../../../messages/index.ts';
import type { Context } from '../../context.ts';
import { checkCabinet, checkSession } from '../../doctor/cabinet.ts';
import type { Finding } from '../../doctor/finding.ts';
import {
  checkConfig,
  checkNode,
  checkSandbox,
  checkSecretStore,
  checkTerminal,
} from '../../doctor/machine.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import { sanitizeParams } from '../../render/sanitize.ts';
import type { Run } from '../../spec.ts';
import type { doctor } from './spec.ts';

/** What was found is told in texts; programs get them in one language, the same bytes in every locale. */
export const run: Run<typeof doctor> = async (asked) => {
  const context: Context =
    asked.mode === 'terminal' ? asked : { ...asked, t: await loadMessages('en'), locale: 'en' };
  const findings = await examine(context);
  const problems = findings.filter(({ level }) => level === 'problem').length;
  const items = findings.map((finding) => tell(context, finding));
  return {
    json: { schema: 'doctor/1', problems, items },
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
          cell.word(level, `doctor-level.${level}`),
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

async function examine(context: Context): Promise<Finding[]> {
  const config = await checkConfig(context);
  const first = [checkNode(context), config, checkTerminal(context)];
  if (config.level === 'problem') return first;
  return [
    ...first,
    await checkSecretStore(context),
    ...(await checkCabinet(context)),
    await checkSession(context),
    await checkSandbox(context),
  ];
}

function tell({ t }: Context, { check, level, key, params = {}, fix }: Finding) {
  const harmless = sanitizeParams(params);
  return { check, level, detail: t(key, harmless), fix: fix === undefined ? null : t(fix, harmless) };
}
