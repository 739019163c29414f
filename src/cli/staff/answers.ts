import type { MessageKey } from '../../messages/index.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';

/**
 * Asks on a terminal until the answer can be read: what was typed before it is not lost to a slip of the finger.
 * @throws InputNeeded without a terminal; `flag` is what would have answered
 */
export async function askUntil<T>(
  context: Context,
  question: MessageKey,
  flag: string,
  read: (text: string) => T,
): Promise<T> {
  const prompts = await context.prompts();
  while (true) {
    const answer = await prompts.input(context.t(question), flag);
    try {
      return read(answer);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      context.warn(error.key, error.params);
    }
  }
}
