import { operations } from '../../../contract/index.ts';
import { done, refuse } from '../../domain/outcome.ts';
import { inSandbox } from '../../http/route.ts';

export const getAuthenticatorCodeRoute = inSandbox(
  operations.getAuthenticatorCode,
  async (sandbox, { input }) => {
    const { login } = input.params;
    // So that a calendar that stands still goes on to the moment from which the code is taken.
    sandbox.clock.act();
    const shown = await sandbox.authenticators.show(login);
    if (shown === null) return refuse({ kind: 'member_not_found' });
    const { code, usableInSeconds, usableForSeconds } = shown;
    return done({ login, code, usable_in_seconds: usableInSeconds, usable_for_seconds: usableForSeconds });
  },
);
