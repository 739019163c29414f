import { listStatusMessages } from '../../../../contract/operations/tones.ts';
import { cell } from '../../../render/cells.ts';
import type { Run } from '../../../spec.ts';
import { untilCell } from './fields.ts';
import type { toneStatusList } from './spec.ts';

export const run: Run<typeof toneStatusList> = async (context) => {
  const { locale } = context;
  const client = await context.client();
  const { items, current } = await client.call(listStatusMessages, {});
  return {
    json: { schema: 'tone-status-list/1', items, current },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'field.id' },
          { label: 'tone.status-message' },
          { label: 'tone.status-text' },
          { label: 'tone.status-end' },
        ],
        rows: items.map((message) => [
          cell.text(message.id),
          cell.name(message.name.ru, message.name[locale]),
          cell.name(message.text.ru, message.text[locale]),
          current?.message.id === message.id ? untilCell(current) : cell.none,
        ]),
        empty: 'tone.no-statuses',
      },
    ],
    notes: [{ key: current ? 'tone.next-clear' : 'tone.next-status' }],
  };
};
