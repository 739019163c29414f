import { CabinetError, TransportError } from '../../../client/errors.ts';
import { parseMsisdn } from '../../../shared/msisdn.ts';
import { isLoopback } from '../../../shared/origin.ts';
import { openClient } from '../../connect.ts';
import type { Context } from '../../context.ts';
import { askLogin, keepLogin, prepareLogin, showLogin } from '../../log-in.ts';
import { changePasswordTo, forceNewPassword } from '../../new-password.ts';
import { readSecretLines } from '../../prompts/stdin.ts';
import type { Result } from '../../render/result.ts';
import { logIn, type SubscriberSession, toKept } from '../../session.ts';
import type { Run } from '../../spec.ts';
import type { passwordRecover } from './spec.ts';

export const run: Run<typeof passwordRecover> = async (context, { options, operands }) => {
  const { passwordStdin } = options;
  const place = await prepareLogin(context, {
    ...operands,
    which: 'login.which',
    passwordStdin,
    password: 'password.one-time',
  });
  const login = await askLogin(context, operands.login, 'login.which');
  const [given, wanted] = passwordStdin ? await readSecretLines(context.host.stdin, 2, context.signal) : [];
  if (given === undefined) explainSms(context, place.origin, login);
  const { session, password } = await logInOnce(context, { origin: place.origin, login, given });
  const current = await keepLogin(context, place, login, toKept(session));
  const notes = await setPassword(context, password, wanted);
  const shown = showLogin(
    'password-recover/1',
    place,
    { ...session, password_change_required: false },
    current,
  );
  return { ...shown, notes: [...notes, ...(shown.notes ?? [])] };
};

function explainSms(context: Context, origin: string, login: string): void {
  context.warn('password.recover-how');
  if (!isLoopback(origin)) return;
  const msisdn = parseMsisdn(login);
  context.warn('password.recover-sandbox', { number: msisdn === null ? '' : ` --number ${msisdn}` });
}

/** What stands for a wrong one-time password: behind the last two, the cabinet took it for a permanent one. */
const WRONG: ReadonlySet<string> = new Set(['wrong_credentials', 'login_locked', 'recovery_required']);
const MOST_TRIES = 5;

/** Logs in with the one-time password, which a terminal is asked for again when it is wrong. */
async function logInOnce(
  context: Context,
  { origin, login, given }: { origin: string; login: string; given: string | undefined },
): Promise<{ session: SubscriberSession; password: string }> {
  const anonymous = await openClient(context, origin, async () => undefined);
  for (let tries = 1; ; tries += 1) {
    const password = given ?? (await askOneTime(context));
    try {
      return { session: await logIn(anonymous, login, password), password };
    } catch (error) {
      if (error instanceof TransportError && error.sent) context.warn('password.one-time-lost');
      const wrong = error instanceof CabinetError && WRONG.has(error.code);
      if (!wrong || given !== undefined || tries >= MOST_TRIES) throw error;
      context.warn('password.one-time-wrong');
    }
  }
}

async function askOneTime(context: Context): Promise<string> {
  return (await context.prompts()).secret(context.t('password.one-time'), '--password-stdin');
}

/** The password is never the reason to lose the session: it stays, and can be used for another try. */
async function setPassword(
  context: Context,
  current: string,
  wanted: string | undefined,
): Promise<NonNullable<Result['notes']>> {
  if (wanted === undefined) {
    await forceNewPassword(context, current);
    return [];
  }
  const { notes = [] } = await changePasswordTo(context, { current, wanted });
  return notes;
}
