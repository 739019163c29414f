import { openClient } from '../../connect.ts';
import { askLogin, keepLogin, prepareLogin, showLogin } from '../../log-in.ts';
import { forceNewPassword } from '../../new-password.ts';
import { readSecretLine } from '../../prompts/stdin.ts';
import { logIn } from '../../session.ts';
import type { Run } from '../../spec.ts';
import type { login } from './spec.ts';

export const run: Run<typeof login> = async (context, { options, operands }) => {
  const { passwordStdin } = options;
  const place = await prepareLogin(context, { ...operands, passwordStdin, password: 'login.password' });
  const name = await askLogin(context, operands.login);
  const password = passwordStdin
    ? await readSecretLine(context.host.stdin, context.signal)
    : await (await context.prompts()).secret(context.t('login.password'), '--password-stdin');
  const anonymous = await openClient(context, place.origin, async () => undefined);
  const session = await logIn(anonymous, name, password);
  const current = await keepLogin(context, place, name, session);
  if (!session.password_change_required || passwordStdin)
    return showLogin('login/1', place, session, current);
  await forceNewPassword(context, password);
  return showLogin('login/1', place, { ...session, password_change_required: false }, current);
};
