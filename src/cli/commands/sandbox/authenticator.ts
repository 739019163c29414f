import { getAuthenticatorCode } from '../../../contract/operations/authenticators.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { control } from './control.ts';
import type { sandboxAuthenticator } from './spec.ts';

export const run: Run<typeof sandboxAuthenticator> = async (context, { operands }) => {
  const shown = await control(context, getAuthenticatorCode, { params: { login: operands.login } });
  const { code, usable_in_seconds: wait, usable_for_seconds: lasts } = shown;
  return {
    json: { schema: 'sandbox-authenticator/1', ...shown },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'code', label: 'authenticator.code', value: cell.text(code) },
          { key: 'usable_in_seconds', label: 'authenticator.usable-in', value: cell.number(wait) },
          { key: 'usable_for_seconds', label: 'authenticator.usable-for', value: cell.number(lasts) },
        ],
      },
    ],
    notes: wait === 0 ? [] : [{ key: 'authenticator.wait', params: { count: wait } }],
  };
};
