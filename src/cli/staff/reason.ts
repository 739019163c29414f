import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { answerOf } from './answers.ts';

/** Why a member does something, as it was typed after `--reason`, or as it is typed now. @throws UsageError, InputNeeded */
export async function askReason(context: Context, typed: string | undefined): Promise<string> {
  return answerOf(context, typed, 'staff.reason', '--reason', readReason);
}

/** What the contract takes. */
const SHORTEST = 3;
const LONGEST = 200;

function readReason(text: string): string {
  const reason = text.trim();
  if (reason.length >= SHORTEST && reason.length <= LONGEST) return reason;
  throw new UsageError('staff.bad-reason', { shortest: SHORTEST, longest: LONGEST });
}
