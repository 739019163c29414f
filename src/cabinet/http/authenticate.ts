import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import { MINUTE_MS } from '../../shared/period.ts';
import { resumeSession } from '../domain/sessions/resume.ts';
import { hashToken } from '../domain/sessions/token.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import { ProblemError } from './problem.ts';
import type { Subject } from './route.ts';

/** The bearer token of a request (RFC 6750 §2.1). @throws ProblemError `token_missing` */
export function bearerToken(request: FastifyRequest): string {
  const match = /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(request.headers.authorization ?? '');
  if (!match?.[1]) throw new ProblemError('token_missing');
  return match[1];
}

/**
 * The subject of a live session; unless the operation is passive, this prolongs it (R2).
 * @throws ProblemError with the code that says what is wrong with the token
 */
export async function authenticate(
  store: Store,
  operation: Operation,
  at: { token: string; now: Date; settings: Settings },
): Promise<Subject> {
  const { token, now, settings } = at;
  const tokenHash = hashToken(token);
  const passive = operation.passive ?? false;
  const resumed = await resumeSession(store, { tokenHash, passive, now, settings });
  switch (resumed.state) {
    case 'unknown':
      throw new ProblemError('token_unknown');
    case 'idle':
      throw new ProblemError('session_idle', { idle_minutes: settings.sessionIdleMs / MINUTE_MS });
    case 'expired':
      throw new ProblemError('session_expired');
    case 'revoked':
      throw new ProblemError('session_revoked');
    case 'live': {
      const { account_id, time_zone, change_required } = resumed.session;
      if (change_required && !operation.beforePasswordChange)
        throw new ProblemError('password_change_required');
      return { accountId: account_id, timeZone: time_zone, tokenHash };
    }
  }
}

/** Lets in the holder of a sandbox's control token. @throws ProblemError `token_unknown` */
export function checkControlToken(token: string, expected: string): void {
  if (!timingSafeEqual(hashToken(token), hashToken(expected))) throw new ProblemError('token_unknown');
}
