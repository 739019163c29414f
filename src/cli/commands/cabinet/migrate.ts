import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended } from './setup.ts';
import type { cabinetMigrate } from './spec.ts';

export const run: Run<typeof cabinetMigrate> = async (context, { options }) => {
  const port = await context.host.cabinet();
  const { applied } = mended(
    await port.migrate({
      database: databaseOf(context, options.database),
      serverRole: options.serverRole,
    }),
  );
  return {
    json: { schema: 'cabinet-migrate/1', applied },
    blocks: [
      {
        kind: 'table',
        columns: [{ label: 'server.applied' }],
        rows: applied.map((name) => [cell.text(name)]),
        empty: 'server.up-to-date',
      },
    ],
  };
};
