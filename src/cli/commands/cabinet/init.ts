import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended } from './setup.ts';
import type { cabinetInit } from './spec.ts';

export const run: Run<typeof cabinetInit> = async (context, { options }) => {
  const database = databaseOf(context, options.database);
  const login = options.login ?? (await ask(context, 'server.ask-login', '--login'));
  const name = options.name ?? (await ask(context, 'server.ask-name', '--name'));
  const office = options.office ?? (await ask(context, 'server.ask-office', '--office'));
  const port = await context.host.cabinet();
  const first = mended(await port.init({ database, login, name, office }));
  const expires = first.expiresAt.toISOString();
  return {
    json: {
      schema: 'cabinet-init/1',
      login,
      one_time_password: first.password,
      one_time_password_expires_at: expires,
      catalogue_installed: first.catalogueInstalled,
    },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'login', label: 'server.init-login', value: cell.text(login) },
          {
            key: 'one_time_password',
            label: 'server.init-password',
            value: cell.text(first.password),
          },
          { key: 'expires_at', label: 'server.init-until', value: cell.instant(expires) },
        ],
      },
    ],
    notes: [
      ...(first.catalogueInstalled ? [{ key: 'server.init-catalogue' as const }] : []),
      { key: 'server.init-next', params: { login } },
    ],
  };
};

async function ask(
  context: Context,
  what: 'server.ask-login' | 'server.ask-name' | 'server.ask-office',
  flag: string,
): Promise<string> {
  return (await context.prompts()).input(context.t(what), flag);
}
