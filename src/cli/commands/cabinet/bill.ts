import { toWire } from '../../../shared/money.ts';
import type { BillingReport } from '../../cabinet-port.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended, pathOf } from './setup.ts';
import type { cabinetBill } from './spec.ts';

export const run: Run<typeof cabinetBill> = async (context, { options }) => {
  const { host, signal } = context;
  const { dryRun } = options;
  const database = databaseOf(context, options.database);
  const until = readUntil(context, options.until, dryRun);
  const port = await host.cabinet();
  const progress = context.progress('server.billing');
  const report = await port
    .bill({
      database,
      settingsFile: pathOf(context, options.settings),
      until,
      dryRun,
      onProgress: (done) => progress.update(done),
      signal,
    })
    .finally(() => progress.stop());
  const { complete, failed, kinds, ...rest } = mended(report);
  const json = kinds.map(({ amount, ...each }) => ({ ...each, amount: toWire(amount) }));
  return {
    json: {
      schema: 'cabinet-bill/1',
      until: rest.until.toISOString(),
      dry_run: dryRun,
      complete,
      failed,
      kinds: json,
    },
    blocks: [tableOf(kinds)],
    notes: [
      ...(dryRun && complete ? [{ key: 'server.billed-dry' } as const] : []),
      ...(complete ? [] : [{ key: 'server.billing-stopped' } as const]),
      ...(failed.length > 0 ? [noteOf(failed)] : []),
    ],
    exit: exitOf(complete, failed),
  };
};

function exitOf(complete: boolean, failed: readonly string[]) {
  if (!complete) return exitCodes.interrupted;
  return failed.length > 0 ? exitCodes.failed : exitCodes.done;
}

const MOST_NAMED = 20;

function noteOf(failed: readonly string[]) {
  const named = failed.slice(0, MOST_NAMED).join(', ');
  const accounts = failed.length > MOST_NAMED ? `${named}, …` : named;
  return { key: 'server.billing-failed', params: { count: failed.length, accounts } } as const;
}

/** Fees are not taken before their time; a dry run may look ahead. @throws UsageError */
function readUntil({ host }: Context, typed: string | undefined, dryRun: boolean): Date | undefined {
  if (typed === undefined) return undefined;
  const until = new Date(typed);
  if (!dryRun && until > host.clock.now()) throw new UsageError('server.until-future', { value: typed });
  return until;
}

function tableOf(kinds: BillingReport['kinds']): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'server.due' },
      { label: 'server.due-done', align: 'right' },
      { label: 'server.due-amount', align: 'right' },
      { label: 'server.due-paused', align: 'right' },
      { label: 'server.due-resumed', align: 'right' },
    ],
    rows: kinds.map(({ kind, done, amount, paused, resumed }) => [
      cell.word(kind, `server.due-${kind}`),
      cell.number(done),
      cell.kopecks(amount),
      cell.number(paused),
      cell.number(resumed),
    ]),
    empty: 'server.nothing-due',
  };
}
