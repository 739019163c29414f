import type { ReplyOf } from '../../../contract/operation.ts';
import { getPromise } from '../../../contract/operations/promises.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import type { Fields, Note, Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { dueNote, promiseRows, totalOf } from './fields.ts';
import type { promiseShow } from './spec.ts';

type Reply = ReplyOf<typeof getPromise>;

export const run: Run<typeof promiseShow> = async (context) => {
  const client = await context.client();
  const reply = await client.call(getPromise, {});
  return {
    json: { schema: 'promise-show/1', ...reply },
    blocks: reply.open ? [fields(reply, context)] : [fields(reply, context), options(reply)],
    notes: notes(reply, context),
  };
};

function fields({ open, days, not_before }: Reply, { t }: Context): Fields {
  if (open) {
    const taken = { key: 'taken_at', label: 'promise.taken-at', value: cell.instant(open.taken_at) } as const;
    return { kind: 'fields', rows: [...promiseRows(open), taken] };
  }
  const notBefore = {
    key: 'not_before',
    label: 'promise.not-before',
    value: cell.instant(not_before),
  } as const;
  return {
    kind: 'fields',
    rows: [
      { key: 'promise', label: 'promise.amount', value: cell.name('', t('promise.none')) },
      { key: 'days', label: 'promise.days', value: cell.number(days) },
      ...(not_before === null ? [] : [notBefore]),
    ],
  };
}

function options(reply: Reply): Table {
  return {
    kind: 'table',
    title: 'promise.options',
    columns: [
      { label: 'promise.amount-column', align: 'right' },
      { label: 'promise.fee', align: 'right' },
      { label: 'promise.total', align: 'right' },
    ],
    rows: reply.options.map((option) => [
      cell.money(option.amount),
      cell.money(option.fee),
      cell.kopecks(totalOf(option)),
    ]),
    empty: 'promise.no-options',
  };
}

function notes({ open, not_before }: Reply, context: Context): Note[] {
  if (open) return [dueNote(open, context)];
  return not_before === null ? [{ key: 'promise.next-take' }] : [];
}
