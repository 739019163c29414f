import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { listSettings } from './settings.ts';
import type { configList } from './spec.ts';

export const run: Run<typeof configList> = async (context) => {
  const config = await context.config();
  const items = listSettings(config);
  const { configDir, dataDir } = config;
  return {
    json: { schema: 'config-list/1', items, config_dir: configDir, data_dir: dataDir },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'config.key-column' },
          { label: 'config.value-column' },
          { label: 'config.origin' },
          { label: 'config.source' },
        ],
        rows: items.map(({ key, value, origin, source }) => [
          cell.text(key),
          cell.text(value),
          cell.word(origin, `config-origin.${origin}`),
          cell.text(source),
        ]),
        empty: 'config.list',
      },
    ],
  };
};
