import type { Client } from '../client/client.ts';
import { CabinetError } from '../client/errors.ts';
import { begunStream } from './begun-stream.ts';
import type { Context } from './context.ts';

/**
 * The same client, except that where the password has to be changed first (R4) a terminal is asked for a new one, and
 * then what was typed goes on. `typed` is the password that this process logged in with, when it did.
 */
export function changingPasswordFirst(
  context: Context,
  client: Client,
  typed: () => string | undefined,
): Client {
  const again = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const due = error instanceof CabinetError && error.code === 'password_change_required';
      if (!due || !context.interactive) throw error;
      const { forceNewPassword } = await import('./new-password.ts');
      await forceNewPassword(context, typed());
      return work();
    }
  };
  return {
    call: (operation, input, options) => again(() => client.call(operation, input, options)),
    async *stream(operation, input, options) {
      yield* await again(() => begunStream(client.stream(operation, input, options)));
    },
  };
}
