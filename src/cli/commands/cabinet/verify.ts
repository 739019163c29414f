import type { VerifyReport } from '../../cabinet-port.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Block } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended } from './setup.ts';
import type { cabinetVerify } from './spec.ts';

export const run: Run<typeof cabinetVerify> = async (context, { options }) => {
  const port = await context.host.cabinet();
  const report = mended(await port.verify({ database: databaseOf(context, options.database) }));
  const { accounts, transactions, postings, problems, audit } = report;
  const count = problems.length + audit.problems.length;
  const sound = count === 0;
  return {
    json: { schema: 'cabinet-verify/1', sound, accounts, transactions, postings, problems, audit },
    blocks: [counts(report), ...(sound ? [] : [disagreements(report)])],
    notes: [sound ? { key: 'server.sound' } : { key: 'server.unsound', params: { count } }],
    exit: sound ? exitCodes.done : exitCodes.failed,
  };
};

function counts({ accounts, transactions, postings, audit }: VerifyReport): Block {
  return {
    kind: 'fields',
    rows: [
      { key: 'accounts', label: 'server.accounts', value: cell.number(accounts) },
      { key: 'transactions', label: 'server.transactions', value: cell.number(transactions) },
      { key: 'postings', label: 'server.postings', value: cell.number(postings) },
      { key: 'audit_rows', label: 'server.audit-rows', value: cell.number(audit.rows) },
      {
        key: 'audit_head',
        label: 'server.audit-head',
        value: audit.head ? cell.text(`${audit.head.sequence}:${audit.head.hash}`) : cell.none,
      },
    ],
  };
}

function disagreements({ problems, audit }: VerifyReport): Block {
  return {
    kind: 'table',
    columns: [{ label: 'server.kind' }, { label: 'server.account' }, { label: 'server.subject' }],
    rows: [
      ...problems.map(({ kind, account, subject }) => [
        cell.word(kind, `server.kind-${kind}`),
        cell.text(account),
        cell.text(subject),
      ]),
      ...audit.problems.map(({ kind, sequence }) => [
        cell.word(kind, `audit-problem.${kind}`),
        cell.none,
        cell.text(sequence),
      ]),
    ],
    empty: 'server.sound',
  };
}
