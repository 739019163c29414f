import type { Context } from '../../context.ts';
import { CliError, Interrupted } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { explain } from '../../explain.ts';
import { fileFailure } from '../../export/failures.ts';
import { Calls } from './calls.ts';
import { checkRows } from './check.ts';
import { issueAll, type Planned } from './issue.ts';
import { Journal } from './journal.ts';
import { type OrderFile, readOrders } from './orders.ts';
import { inOrder, type Problem } from './problems.ts';
import { type Outcomes, replaceFile, resultsCsv, slipsOf } from './results.ts';
import type { Targets } from './targets.ts';

/** A batch that has been looked through from end to end. */
export interface Batch {
  file: OrderFile;
  problems: readonly Problem[];
  journal: Journal;
  calls: Calls;
  cabinet: string;
  /** Still to be issued. */
  todo: readonly Planned[];
  /** Rows of the file that were issued before, by their id. */
  before: ReadonlyMap<string, number>;
}

/**
 * Reads and checks the whole file. A row that a run before this one may have sent is not asked about again: the cabinet
 * would say that it is taken, by itself.
 * @throws CliError for what is wrong with the file as a whole
 */
export async function lookThrough(context: Context, targets: Targets, name: string): Promise<Batch> {
  const file = await readOrders(targets.file, name);
  const cabinet = (await context.config()).server.value ?? '';
  const journal = await Journal.open(targets.journal, cabinet, context.host.random).catch(
    (error: unknown) => {
      throw fileFailure(error, targets.journal);
    },
  );
  const todo: Planned[] = [];
  const before = new Map<string, number>();
  const settled = new Set<number>();
  for (const { line, order } of file.rows) {
    if (order === null) continue;
    const id = journal.idOf(order);
    if (journal.issued.has(id)) before.set(id, line);
    else todo.push({ id, line, order });
    if (journal.issued.has(id) || journal.isUnderWay(id)) settled.add(line);
  }
  const calls = new Calls(await context.client(), context.signal);
  const unsettled = file.rows.filter(({ line }) => !settled.has(line));
  const progress = context.progress('batch.checking');
  const told = (checked: number) => progress.update(checked, unsettled.length);
  const found = await checkRows(calls, file, unsettled, told).finally(() => progress.stop());
  return { file, problems: inOrder([...file.problems, ...found]), journal, calls, cabinet, todo, before };
}

/**
 * Issues what is left, and writes results and slips. Whatever ends it early, the journal has everything that was done.
 * @throws CliError that says how far it came
 */
export async function carryOut(context: Context, batch: Batch, targets: Targets): Promise<Outcomes> {
  const { calls, journal, todo } = batch;
  const progress = context.progress('batch.issuing');
  try {
    await journal.plan(todo.map(({ id }) => id));
    const refused = await issueAll(calls, journal, todo, (done) => progress.update(done, todo.length));
    const outcomes = { ...issuedIn(batch), refused };
    progress.stop();
    await writeDown(context, batch, targets, outcomes);
    if (refused.length === 0) await journal.remove();
    return outcomes;
  } catch (error) {
    throw stopped(context, batch, fileFailure(error, targets.journal));
  } finally {
    progress.stop();
    await journal.close();
  }
}

function issuedIn({ journal, todo, before }: Batch): Pick<Outcomes, 'issued' | 'removed'> {
  const lines = new Map([...before, ...todo.map(({ id, line }) => [id, line] as const)]);
  const all = [...journal.issued]
    .map(([id, issued]) => ({ line: lines.get(id), issued }))
    .toSorted((a, b) => a.issued.line - b.issued.line);
  return {
    issued: all.flatMap(({ line, issued }) => (line === undefined ? [] : [{ ...issued, line }])),
    removed: all.flatMap(({ line, issued }) => (line === undefined ? [issued] : [])),
  };
}

async function writeDown(
  context: Context,
  { file, cabinet }: Batch,
  { results, slips }: Targets,
  outcomes: Outcomes,
): Promise<void> {
  await replaceFile(results, resultsCsv(outcomes, file.delimiter), context.host);
  if (slips === undefined) return;
  const progress = context.progress('batch.drawing');
  try {
    await replaceFile(slips, await slipsOf(outcomes, cabinet), context.host);
  } finally {
    progress.stop();
  }
}

function stopped({ t, locale, signal }: Context, batch: Batch, error: unknown): CliError {
  const total = batch.todo.length + batch.before.size;
  const params = { done: issuedIn(batch).issued.length, total };
  const hint = 'batch.again';
  if (signal.aborted) return new Interrupted('batch.interrupted', { params, hint });
  const { exit, code, message } = explain(error, t, locale);
  return new CliError(exit, code, 'batch.stopped', {
    params: { ...params, cause: message },
    hint: exit === exitCodes.login ? 'batch.again-logged-in' : hint,
    cause: error,
  });
}
