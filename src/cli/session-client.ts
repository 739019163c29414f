import type { Client } from '../client/client.ts';
import { CabinetError } from '../client/errors.ts';
import { changingPasswordFirst } from './changing-password-first.ts';
import { openClient } from './connect.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { endOf } from './session-end.ts';
import { forItsOwner, isStaffToken } from './session-owner.ts';
import { viewOf } from './view.ts';

/**
 * The cabinet as whoever is logged in, or with `--as` as a member of the staff who looks at a subscriber. `LISA_TOKEN`
 * comes first and is used as it is; else the stored session, for which the password is asked again when it has ended,
 * whereupon the call goes on.
 * @throws CliError `not_logged_in`, `no_server`
 */
export async function createSessionClient(context: Context): Promise<Client> {
  const { token, server } = await context.config();
  const view = await viewOf(context);
  if (token === undefined) {
    const { createStoredSessionClient } = await import('./stored-session-client.ts');
    const stored = await createStoredSessionClient(context, view);
    return forItsOwner(
      changingPasswordFirst(context, stored, () => stored.typed),
      stored.staff,
      view,
    );
  }
  if (server.value === undefined) throw new CliError(exitCodes.usage, 'no_server', 'session.no-server');
  const client = await openClient(context, server.value, async () => token, { view });
  return forItsOwner(
    changingPasswordFirst(context, tokenClient(client), () => undefined),
    isStaffToken(token),
    view,
  );
}

/** With `LISA_TOKEN` nothing is asked: whoever set it has to replace it. */
function tokenClient(client: Client): Client {
  const explain = (error: unknown): never => {
    if (endOf(error) === undefined || !(error instanceof CabinetError)) throw error;
    throw new CliError(exitCodes.login, error.code, 'session.token-refused', {
      hint: 'session.token-refused-hint',
      cause: error,
    });
  };
  return {
    call: (operation, input, options) => client.call(operation, input, options).catch(explain),
    async *stream(operation, input, options) {
      try {
        yield* client.stream(operation, input, options);
      } catch (error) {
        explain(error);
      }
    },
  };
}
