import { CabinetError } from '../../client/errors.ts';
import { changeStaffPassword } from '../../contract/operations/staff-sessions.ts';
import type { Context } from '../context.ts';
import { InputNeeded } from '../errors.ts';
import { mutate } from '../mutation.ts';
import { askNew, CHANGE, noteSessions, tellRefusal } from '../new-password.ts';
import { readSecretLines } from '../prompts/stdin.ts';
import type { Result } from '../render/result.ts';
import { askUntil } from './answers.ts';
import { readCode } from './log-in.ts';
import { asMemberRefusal, isWrong } from './refusals.ts';

interface Answers {
  current: string;
  code: string;
  wanted: string;
}

interface Asked {
  passwordStdin: boolean;
  dryRun: boolean;
}

/**
 * `lisa password change` of a member of the staff: their current password, a code and the new password. On a terminal it
 * asks again until the cabinet takes them; a script hands them over in three lines.
 */
export async function changeMemberPassword(
  context: Context,
  { passwordStdin, dryRun }: Asked,
): Promise<Result> {
  if (passwordStdin) {
    const [current = '', code = '', wanted = ''] = await readSecretLines(
      context.host.stdin,
      3,
      context.signal,
    );
    return change(context, { current, code: readCode(code), wanted }, dryRun);
  }
  if (!context.interactive) throw new InputNeeded(context.t('password.current'), '--password-stdin');
  context.say('staff.password-rules');
  let answers = { ...(await askCurrent(context)), wanted: await askNew(context) };
  for (let tries = 1; ; ) {
    try {
      return await change(context, answers, dryRun);
    } catch (error) {
      if (isWrong(error) && tries < MOST_TRIES) {
        tries += 1;
        context.warn('staff.wrong-credentials');
        answers = { ...answers, ...(await askCurrent(context)) };
      } else if (error instanceof CabinetError && WEAK.has(error.code)) {
        tellRefusal(context, error);
        const wanted = await askNew(context);
        answers = { ...answers, wanted, code: await askCode(context) };
      } else throw error;
    }
  }
}

const MOST_TRIES = 3;
const WEAK: ReadonlySet<string> = new Set(['password_too_weak', 'password_unchanged']);

async function change(context: Context, answers: Answers, dryRun: boolean): Promise<Result> {
  const { current, code, wanted } = answers;
  const result = await mutate(
    context,
    { yes: true, dryRun },
    {
      operation: changeStaffPassword,
      input: { body: { current_password: current, code, new_password: wanted } },
      check: 'lisa login --staff',
      ...CHANGE,
    },
  ).catch((error: unknown) => {
    throw asMemberRefusal(error);
  });
  if (dryRun) return result;
  return { ...result, notes: [...(result.notes ?? []), ...(await noteSessions(context))] };
}

async function askCurrent(context: Context): Promise<Omit<Answers, 'wanted'>> {
  const prompts = await context.prompts();
  const current = await prompts.secret(context.t('password.current'), '--password-stdin');
  return { current, code: await askCode(context) };
}

function askCode(context: Context): Promise<string> {
  return askUntil(context, 'staff.code', '--password-stdin', readCode);
}
