import { resolve } from 'node:path';
import { toWire } from '../../../shared/money.ts';
import type { BillingReport } from '../../cabinet-port.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended } from './setup.ts';
import type { cabinetBill } from './spec.ts';

export const run: Run<typeof cabinetBill> = async (context, { options }) => {
  const { host, signal } = context;
  const { dryRun, settings } = options;
  const database = databaseOf(context, options.database);
  const until = readUntil(context, options.until, dryRun);
  const port = await host.cabinet();
  const progress = context.progress('server.billing');
  const report = await port
    .bill({
      database,
      settingsFile: settings === undefined ? undefined : resolve(host.cwd, settings),
      until,
      dryRun,
      onProgress: (done) => progress.update(done),
      signal,
    })
    .finally(() => progress.stop());
  const { complete, kinds, ...rest } = mended(report);
  const json = kinds.map(({ amount, ...each }) => ({ ...each, amount: toWire(amount) }));
  return {
    json: {
      schema: 'cabinet-bill/1',
      until: rest.until.toISOString(),
      dry_run: dryRun,
      complete,
      kinds: json,
    },
    blocks: [tableOf(kinds)],
    notes: complete ? (dryRun ? [{ key: 'server.billed-dry' }] : []) : [{ key: 'server.billing-stopped' }],
    exit: complete ? exitCodes.done : exitCodes.interrupted,
  };
};

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
