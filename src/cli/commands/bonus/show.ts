import { getBonus } from '../../../contract/operations/bonus.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import type { bonusShow } from './spec.ts';

export const run: Run<typeof bonusShow> = async (context) => {
  const client = await context.client();
  const reply = await client.call(getBonus, {});
  return {
    json: { schema: 'bonus-show/1', ...reply },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'balance', label: 'bonus.balance', value: cell.money(reply.balance) },
          { key: 'rate_percent', label: 'bonus.rate', value: cell.number(reply.rate_percent) },
          { key: 'next_posting_at', label: 'bonus.next-posting', value: cell.instant(reply.next_posting_at) },
        ],
      },
      {
        kind: 'table',
        title: 'bonus.lots',
        columns: [
          { label: 'bonus.granted' },
          { label: 'bonus.expires' },
          { label: 'field.remaining', align: 'right' },
          { label: 'field.initial', align: 'right' },
        ],
        rows: reply.lots.map((lot) => [
          cell.instant(lot.granted_at),
          cell.instant(lot.expires_at),
          cell.money(lot.remaining),
          cell.money(lot.initial),
        ]),
        empty: 'bonus.none',
      },
    ],
    notes: reply.lots.length > 0 ? [{ key: 'bonus.next-spend' }] : [],
  };
};
