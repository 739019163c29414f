import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { explain } from '../../explain.ts';
import { askConsent, requireConsentable } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields, Result, Table } from '../../render/result.ts';
import { requireStaff } from '../../session-owner.ts';
import type { Run } from '../../spec.ts';
import { placeOf } from '../../staff/batch/orders.ts';
import { type Problem, problemJson, problemTable } from '../../staff/batch/problems.ts';
import type { Outcomes } from '../../staff/batch/results.ts';
import { checkTargets, type Targets, targetsOf } from '../../staff/batch/targets.ts';
import { type Batch, carryOut, lookThrough } from '../../staff/batch/work.ts';
import type { staffIssueBatch } from './spec.ts';

export const run: Run<typeof staffIssueBatch> = async (context, { operands, options, yes, dryRun }) => {
  if (!yes && !dryRun) requireConsentable(context);
  await requireStaff(context);
  const targets = targetsOf(context.host.cwd, { file: operands.file, ...options });
  await checkTargets(targets);
  const batch = await lookThrough(context, targets, operands.file);
  if (batch.problems.length > 0) return refuse(context, batch, targets, dryRun);
  if (dryRun) return foresee(batch, targets);
  if (!yes && batch.todo.length > 0) await consent(context, batch);
  return show(context, batch, targets, await carryOut(context, batch, targets));
};

/** Nothing is issued while there is a mistake. */
function refuse(context: Context, batch: Batch, targets: Targets, dryRun: boolean): Result {
  const { problems } = batch;
  return {
    blocks: [problemTable(problems, context)],
    json: toJson(batch, targets, { dry_run: dryRun, issued: batch.before.size, failed: 0, problems }),
    notes: [{ key: 'batch.problems', params: { count: problems.length } }],
    exit: exitCodes.usage,
  };
}

function foresee(batch: Batch, targets: Targets): Result {
  return {
    blocks: [ahead(batch)],
    json: toJson(batch, targets, { dry_run: true, issued: batch.before.size, failed: 0, problems: [] }),
    notes: [{ key: 'batch.no-problem' }, { key: 'mutation.nothing-changed' }],
  };
}

async function consent(context: Context, batch: Batch): Promise<void> {
  const { renderForPeople } = await import('../../render/terminal.ts');
  const { stderr } = context.host;
  stderr.write(`${renderForPeople([ahead(batch)], context, stderr)}\n`);
  await askConsent(context, context.t('batch.question', { count: batch.todo.length }));
}

function ahead({ file, todo, before }: Batch): Fields {
  return {
    kind: 'fields',
    rows: [
      { key: 'rows', label: 'batch.rows', value: cell.number(file.rows.length) },
      { key: 'issued', label: 'batch.issued-before', value: cell.number(before.size) },
      { key: 'to_issue', label: 'batch.to-issue', value: cell.number(todo.length) },
    ],
  };
}

function show(context: Context, batch: Batch, targets: Targets, outcomes: Outcomes): Result {
  const { issued, refused } = outcomes;
  const problems = refused.map(({ line, error }): Problem & { text: string } => {
    const place = placeOf(String(error.params['field'] ?? ''), batch.file.columns);
    const text = explain(error, context.t, context.locale).message;
    return { line, ...place, code: error.code as Problem['code'], text };
  });
  const fields: Fields = {
    kind: 'fields',
    rows: [
      { key: 'issued', label: 'batch.issued', value: cell.number(issued.length) },
      { key: 'failed', label: 'batch.failed', value: cell.number(refused.length) },
      { key: 'results', label: 'batch.results', value: cell.text(targets.results) },
      ...(targets.slips === undefined
        ? []
        : [{ key: 'slips', label: 'batch.slips', value: cell.text(targets.slips) } as const]),
    ],
  };
  const some = refused.length > 0;
  return {
    blocks: some ? [fields, failures(problems)] : [fields],
    json: toJson(batch, targets, {
      dry_run: false,
      issued: issued.length,
      failed: refused.length,
      problems,
    }),
    notes: [...(some ? [{ key: 'batch.some-failed' } as const] : []), { key: 'batch.slip-warning' }],
    exit: some ? exitCodes.partial : exitCodes.done,
  };
}

/** In a pipe behind the fields: line, code. */
function failures(problems: readonly (Problem & { text: string })[]): Table {
  return {
    kind: 'table',
    columns: [{ label: 'batch.line', align: 'right' }, { label: 'batch.problem' }],
    rows: problems.map(({ line, code, text }) => [cell.text(String(line)), cell.name(code, text)]),
    empty: 'batch.no-problem',
  };
}

function toJson(
  { file }: Batch,
  { results, slips }: Targets,
  told: { dry_run: boolean; issued: number; failed: number; problems: readonly Problem[] },
) {
  const { problems, ...counts } = told;
  const written = !told.dry_run && told.issued + told.failed > 0;
  return {
    schema: 'staff-issue-batch/1',
    ...counts,
    rows: file.rows.length,
    results: written ? results : null,
    slips: written ? (slips ?? null) : null,
    problems: problems.map(problemJson),
  };
}
