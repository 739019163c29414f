import { CabinetError } from '../../client/errors.ts';
import type { MessageKey } from '../../messages/index.ts';
import { CliError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';

/** What helps a subscriber (an SMS to 1070) does not help a member of the staff. */
const TEXTS: Readonly<Record<string, MessageKey>> = {
  wrong_credentials: 'staff.wrong-credentials',
  login_locked: 'cabinet.login_locked',
};

/** A refused password or code as a member is told of it; every other failure as it is. */
export function asMemberRefusal(error: unknown): unknown {
  if (!(error instanceof CabinetError) || !Object.hasOwn(TEXTS, error.code)) return error;
  const seconds = Number(error.params['retry_after_seconds']) || 0;
  return new CliError(exitCodes.login, error.code, TEXTS[error.code] ?? 'staff.wrong-credentials', {
    params: { minutes: Math.max(1, Math.ceil(seconds / 60)) },
    hint: 'staff.forgotten',
    cause: error,
  });
}

/** Login, password or code were not the right ones. */
export function isWrong(error: unknown): boolean {
  return error instanceof CliError && error.code === 'wrong_credentials';
}
