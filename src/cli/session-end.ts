import { CabinetError } from '../client/errors.ts';
import type { SessionEnd } from '../config/state.ts';

/** What ends a session, and how it is told. */
const ENDS: Readonly<Record<string, Exclude<SessionEnd, 'logged_out'>>> = {
  session_idle: 'idle',
  session_expired: 'expired',
  session_revoked: 'revoked',
  token_unknown: 'revoked',
};

/** Why the cabinet does not take the token any more; undefined for every other failure. */
export function endOf(error: unknown): Exclude<SessionEnd, 'logged_out'> | undefined {
  return error instanceof CabinetError && Object.hasOwn(ENDS, error.code) ? ENDS[error.code] : undefined;
}
