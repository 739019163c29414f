import { InputNeeded } from '../../errors.ts';
import { changePasswordTo, chooseNewPassword } from '../../new-password.ts';
import { readSecretLines } from '../../prompts/stdin.ts';
import { isStaff } from '../../session-owner.ts';
import type { Run } from '../../spec.ts';
import type { passwordChange } from './spec.ts';

export const run: Run<typeof passwordChange> = async (context, { options, dryRun }) => {
  if (await isStaff(context)) {
    const { changeMemberPassword } = await import('../../staff/password.ts');
    return changeMemberPassword(context, { ...options, dryRun });
  }
  if (options.passwordStdin) {
    const [current = '', wanted = ''] = await readSecretLines(context.host.stdin, 2, context.signal);
    return changePasswordTo(context, { current, wanted }, dryRun);
  }
  if (!context.interactive) throw new InputNeeded(context.t('password.current'), '--password-stdin');
  return chooseNewPassword(context, dryRun);
};
