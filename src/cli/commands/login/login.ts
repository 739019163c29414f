import { openClient } from '../../connect.ts';
import type { Context } from '../../context.ts';
import { askLogin, keepLogin, prepareLogin, showLogin } from '../../log-in.ts';
import { forceNewPassword } from '../../new-password.ts';
import { readSecretLine } from '../../prompts/stdin.ts';
import type { Result } from '../../render/result.ts';
import { logIn, toKept } from '../../session.ts';
import type { InputFor, Run } from '../../spec.ts';
import type { login } from './spec.ts';

export const run: Run<typeof login> = async (context, input) => {
  if (!input.options.staff) return logInSubscriber(context, input);
  const { logInMember } = await import('../../staff/log-in.ts');
  return logInMember(context, input.operands.login, input.options.passwordStdin);
};

async function logInSubscriber(
  context: Context,
  { options, operands }: InputFor<typeof login>,
): Promise<Result> {
  const { passwordStdin } = options;
  const place = await prepareLogin(context, {
    ...operands,
    which: 'login.which',
    passwordStdin,
    password: 'login.password',
  });
  const name = await askLogin(context, operands.login, 'login.which');
  const password = passwordStdin
    ? await readSecretLine(context.host.stdin, context.signal)
    : await (await context.prompts()).secret(context.t('login.password'), '--password-stdin');
  const anonymous = await openClient(context, place.origin, async () => undefined);
  const session = await logIn(anonymous, name, password);
  const current = await keepLogin(context, place, name, toKept(session));
  if (!session.password_change_required || passwordStdin)
    return showLogin('login/1', place, session, current);
  await forceNewPassword(context, password);
  return showLogin('login/1', place, { ...session, password_change_required: false }, current);
}
