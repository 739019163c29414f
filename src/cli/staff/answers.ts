import type { MessageKey } from '../../messages/index.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';

/** The answer that was typed after a flag, or as it is typed now. @throws UsageError, InputNeeded */
export async function answerOf<T>(
  context: Context,
  typed: string | undefined,
  question: MessageKey,
  flag: string,
  read: (text: string) => T,
): Promise<T> {
  return typed === undefined ? askUntil(context, question, flag, read) : read(typed);
}

/** Text of 1 to `longest` characters. @throws UsageError */
export function readText(longest: number): (text: string) => string {
  return (text) => {
    const trimmed = text.trim();
    if (trimmed !== '' && trimmed.length <= longest) return trimmed;
    throw new UsageError('staff.bad-text', { longest });
  };
}

/** A login that begins with a letter: a member's, or one in the network. @throws UsageError */
export function readLoginName(text: string): string {
  const login = text.trim().toLowerCase();
  if (!/^[a-z][a-z0-9._-]{2,31}$/.test(login)) throw new UsageError('staff.bad-login');
  return login;
}

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
