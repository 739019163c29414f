import { getAuthenticatorCode } from '../../../contract/operations/authenticators.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { control } from './control.ts';
import type { sandboxAuthenticator } from './spec.ts';

export const run: Run<typeof sandboxAuthenticator> = async (context, { operands }) => {
  const shown = await control(context, getAuthenticatorCode, { params: { login: operands.login } });
  const { code, usable_in_seconds: wait, usable_for_seconds: lasts } = shown;
  const { t } = context;
  const usable = wait === 0 ? t('authenticator.now') : t('authenticator.later', { seconds: wait });
  const validity = t('authenticator.seconds', { seconds: lasts });
  return {
    json: { schema: 'sandbox-authenticator/1', ...shown },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'code', label: 'authenticator.code', value: cell.text(code) },
          { key: 'usable_in_seconds', label: 'authenticator.usable', value: cell.name(String(wait), usable) },
          {
            key: 'usable_for_seconds',
            label: 'authenticator.valid-for',
            value: cell.name(String(lasts), validity),
          },
        ],
      },
    ],
    notes: wait === 0 ? [] : [{ key: 'authenticator.wait', params: { count: wait } }],
  };
};
