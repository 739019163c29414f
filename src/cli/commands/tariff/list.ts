import { listTariffs } from '../../../contract/operations/tariffs.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { megabytes } from './fields.ts';
import type { tariffList } from './spec.ts';

export const run: Run<typeof tariffList> = async (context) => {
  const client = await context.client();
  const reply = await client.call(listTariffs, {});
  return {
    json: { schema: 'tariff-list/1', ...reply },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'field.id' },
          { label: 'field.name' },
          { label: 'field.fee', align: 'right' },
          { label: 'field.switch-price', align: 'right' },
          { label: 'field.minutes', align: 'right' },
          { label: 'field.sms', align: 'right' },
          { label: 'field.data', align: 'right' },
        ],
        rows: reply.items.map((tariff) => [
          cell.text(tariff.id),
          cell.name(tariff.name.ru, tariff.name[context.locale]),
          cell.money(tariff.fee),
          cell.money(tariff.switch_price),
          cell.number(tariff.minutes),
          cell.number(tariff.sms),
          megabytes(tariff.data_megabytes),
        ]),
        empty: 'tariff.none',
      },
    ],
    notes: reply.items.length > 0 ? [{ key: 'tariff.next-switch' }] : [],
  };
};
