import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { listSettings } from './settings.ts';
import type { configGet } from './spec.ts';

export const run: Run<typeof configGet> = async (context, { operands: { key } }) => {
  const setting = listSettings(await context.config()).find((listed) => listed.key === key);
  const value = setting?.value ?? null;
  return {
    json: { schema: 'config-get/1', ...setting },
    blocks:
      value === null
        ? []
        : [
            {
              kind: 'table',
              columns: [{ label: 'config.value-column' }],
              rows: [[cell.text(value)]],
              empty: 'config.get',
            },
          ],
  };
};
