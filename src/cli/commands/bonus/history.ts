import { listBonusHistory } from '../../../contract/operations/bonus.ts';
import { collect } from '../../pages.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import type { bonusHistory } from './spec.ts';

export const run: Run<typeof bonusHistory> = async (context) => {
  const client = await context.client();
  const items = await collect((query) => client.call(listBonusHistory, { query }));
  return {
    json: { schema: 'bonus-history/1', items },
    blocks: [
      {
        kind: 'table',
        columns: [{ label: 'bonus.at' }, { label: 'bonus.kind' }, { label: 'bonus.amount', align: 'right' }],
        rows: items.map((item) => [
          cell.instant(item.at),
          cell.word(item.kind, `bonus.kind-${item.kind}`),
          cell.money(item.amount),
        ]),
        empty: 'bonus.no-history',
      },
    ],
  };
};
