import type { LedgerReport } from '../../cabinet-port.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Block } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended } from './setup.ts';
import type { cabinetVerify } from './spec.ts';

export const run: Run<typeof cabinetVerify> = async (context, { options }) => {
  const port = await context.host.cabinet();
  const report = mended(await port.verify({ database: databaseOf(context, options.database) }));
  const { accounts, transactions, postings, problems } = report;
  const sound = problems.length === 0;
  return {
    json: { schema: 'cabinet-verify/1', sound, accounts, transactions, postings, problems },
    blocks: [counts(report), ...(sound ? [] : [disagreements(report)])],
    notes: [sound ? { key: 'server.sound' } : { key: 'server.unsound', params: { count: problems.length } }],
    exit: sound ? exitCodes.done : exitCodes.failed,
  };
};

function counts({ accounts, transactions, postings }: LedgerReport): Block {
  return {
    kind: 'fields',
    rows: [
      { key: 'accounts', label: 'server.accounts', value: cell.number(accounts) },
      { key: 'transactions', label: 'server.transactions', value: cell.number(transactions) },
      { key: 'postings', label: 'server.postings', value: cell.number(postings) },
    ],
  };
}

function disagreements({ problems }: LedgerReport): Block {
  return {
    kind: 'table',
    columns: [{ label: 'server.kind' }, { label: 'server.account' }, { label: 'server.subject' }],
    rows: problems.map(({ kind, account, subject }) => [
      cell.word(kind, `server.kind-${kind}`),
      cell.text(account),
      cell.text(subject),
    ]),
    empty: 'server.sound',
  };
}
