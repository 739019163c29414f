import type { Client } from '../../../client/client.ts';
import type { Context } from '../../context.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Cell, Result } from '../../render/result.ts';
import { compareOutcomes, type Difference } from '../../replay/compare.ts';
import { type Outcome, recordedOutcome, repeat } from '../../replay/outcome.ts';
import { isWrite, planReplay, type Skip, type Step } from '../../replay/plan.ts';
import { readTraceFile } from '../../replay/read-file.ts';
import { isOwnSandbox } from '../../replay/sandbox.ts';
import type { Run } from '../../spec.ts';
import type { supportReplay } from './spec.ts';

/** What a step came to. */
interface Replayed {
  request: string;
  operation: string | null;
  result: 'same' | 'different' | 'skipped';
  skip: Skip | null;
  recorded: Outcome;
  now: Outcome | null;
  differences: Difference[];
}

export const run: Run<typeof supportReplay> = async (context, { operands: { file } }) => {
  const { about, entries } = await readTraceFile(context, file);
  const steps = planReplay(entries);
  const origin = (await context.config()).server.value;
  const writes = steps.some((step) => isWrite(step) && !('skip' in step.again));
  const viewed = context.view.subscriber !== undefined;
  const sandbox = writes && !viewed && origin !== undefined && (await isOwnSandbox(context, origin));
  const replayed = await replay(context, steps, sandbox);
  const count = (result: Replayed['result']) => replayed.filter((step) => step.result === result).length;
  const [same, different, skipped] = [count('same'), count('different'), count('skipped')];
  return {
    json: {
      schema: 'support-replay/1',
      server: origin ?? null,
      sandbox,
      recorded: { command: about.command, exit: about.exit, code: about.code, version: about.version },
      same,
      different,
      skipped,
      items: replayed.map(toJson),
    },
    blocks: [table(replayed)],
    notes: [...notes(replayed), { key: 'replay.summary', params: { same, different, skipped } }],
    exit: different > 0 || same === 0 ? exitCodes.failed : exitCodes.done,
  };
};

/** One after the other, as the command did. @throws CliError `not_logged_in` and what else no request is the cause of */
async function replay(context: Context, steps: readonly Step[], sandbox: boolean): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  let client: Client | undefined;
  const progress = context.progress('replay.sending');
  try {
    for (const [index, step] of steps.entries()) {
      const recorded = recordedOutcome(step.entry);
      const { method, url } = step.entry.request;
      const { pathname, search } = new URL(url);
      const told = {
        request: decodeURI(`${method} ${pathname}${search}`),
        operation: step.entry._operation,
        recorded,
      };
      const skip = 'skip' in step.again ? step.again.skip : isWrite(step) && !sandbox ? 'write' : null;
      if ('skip' in step.again || skip !== null) {
        replayed.push({ ...told, result: 'skipped', skip, now: null, differences: [] });
        continue;
      }
      client ??= await context.client();
      const now = await repeat(client, step.again, { signal: context.signal });
      const differences = compareOutcomes(recorded, now);
      const result = differences.length === 0 ? 'same' : 'different';
      replayed.push({ ...told, result, skip, now, differences });
      progress.update(index + 1, steps.length);
    }
  } finally {
    progress.stop();
  }
  if (steps.length === 0) throw new CliError(exitCodes.failed, 'empty_trace', 'replay.empty');
  return replayed;
}

function toJson({ recorded, now, differences, ...step }: Replayed) {
  const short = ({ status, code }: Outcome) => ({ status, code });
  return { ...step, recorded: short(recorded), now: now && short(now), differences };
}

function table(replayed: readonly Replayed[]): Result['blocks'][number] {
  return {
    kind: 'table',
    columns: [
      { label: 'replay.request' },
      { label: 'replay.result' },
      { label: 'replay.field' },
      { label: 'replay.recorded' },
      { label: 'replay.now' },
    ],
    rows: replayed.flatMap(rowsOf),
    empty: 'replay.empty',
  };
}

/** A line for every field that differs, or one for the whole request. */
function rowsOf({ request, result, skip, recorded, now, differences }: Replayed): Cell[][] {
  const head = [cell.text(request), cell.word(result, `replay.${result}`)];
  if (differences.length > 0)
    return differences.map(({ field, recorded: then, now: is }) => [
      ...head,
      cell.text(field),
      cell.text(then),
      cell.text(is),
    ]);
  const after = skip === null ? cell.text(brief(now ?? recorded)) : cell.word(skip, `replay.skip-${skip}`);
  return [[...head, cell.none, cell.text(brief(recorded)), after]];
}

function brief({ status, code }: Outcome): string {
  return [status, code].filter((part) => part !== null).join(' ');
}

/** Why something was not sent, once for each reason. */
function notes(replayed: readonly Replayed[]): NonNullable<Result['notes']> {
  const reasons = new Set(replayed.flatMap(({ skip }) => (skip === null ? [] : [skip])));
  return [...reasons].map((reason) => ({ key: `replay.why-${reason}` as const }));
}
