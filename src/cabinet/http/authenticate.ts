import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import { MINUTE_MS } from '../../shared/period.ts';
import { type Resumed, resumeSession } from '../domain/sessions/resume.ts';
import { hashToken, isStaffToken } from '../domain/sessions/token.ts';
import { type ResumedStaff, resumeStaffSession } from '../domain/staff/resume.ts';
import { STAFF_TIME_ZONE } from '../domain/staff/rules.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import { ProblemError } from './problem.ts';
import type { Member, Subject } from './route.ts';

interface Presented {
  token: string;
  now: Date;
  settings: Settings;
}

/** The bearer token of a request (RFC 6750 §2.1). @throws ProblemError `token_missing` */
export function bearerToken(request: FastifyRequest): string {
  const match = /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(request.headers.authorization ?? '');
  if (!match?.[1]) throw new ProblemError('token_missing');
  return match[1];
}

/**
 * The subject of a subscriber's live session; unless the operation is passive, this prolongs it (R2). `asSomebody`: the
 * request names whom it wants to be answered as, which is for the staff alone.
 * @throws ProblemError with the code that says what is wrong with the token
 */
export async function authenticate(
  store: Store,
  operation: Operation,
  { asSomebody, ...presented }: Presented & { asSomebody: boolean },
): Promise<Subject> {
  const { token } = presented;
  const passive = asSomebody || (operation.passive ?? false);
  const { account_id, time_zone, change_required } = await liveSession(store, presented, passive);
  if (asSomebody) throw new ProblemError('staff_only');
  if (change_required && !operation.beforePasswordChange) throw new ProblemError('password_change_required');
  return { accountId: account_id, timeZone: time_zone, tokenHash: hashToken(token) };
}

/**
 * The member of a live session of the staff, whatever their role; unless the operation is passive, this prolongs it (R2).
 * @throws ProblemError with the code that says what is wrong with the token
 */
export async function authenticateStaff(
  store: Store,
  operation: Operation,
  presented: Presented,
): Promise<Member> {
  const { token } = presented;
  if (!isStaffToken(token)) {
    await liveSession(store, presented, true);
    throw new ProblemError('staff_only');
  }
  const session = await liveStaffSession(store, presented, operation.passive ?? false);
  const { login, name, role, office } = session;
  return {
    memberId: session.member_id,
    login,
    name,
    role,
    office,
    regionId: session.region_id,
    ownLines: session.own_lines,
    timeZone: session.time_zone ?? STAFF_TIME_ZONE,
    tokenHash: hashToken(token),
    enrolled: session.state === 'active',
  };
}

async function liveSession(store: Store, { token, now, settings }: Presented, passive: boolean) {
  return live(await resumeSession(store, { tokenHash: hashToken(token), passive, now, settings }), settings);
}

async function liveStaffSession(store: Store, { token, now, settings }: Presented, passive: boolean) {
  const resume = { tokenHash: hashToken(token), passive, now, settings };
  return live(await resumeStaffSession(store, resume), settings);
}

function live<R extends Resumed | ResumedStaff>(
  resumed: R,
  settings: Settings,
): Extract<R, { state: 'live' }>['session'] {
  switch (resumed.state) {
    case 'unknown':
      throw new ProblemError('token_unknown');
    case 'idle':
      throw new ProblemError('session_idle', { idle_minutes: settings.sessionIdleMs / MINUTE_MS });
    case 'expired':
      throw new ProblemError('session_expired');
    case 'revoked':
      throw new ProblemError('session_revoked');
    case 'live':
      return resumed.session;
  }
}

/** Lets in the holder of a sandbox's control token. @throws ProblemError `token_unknown` */
export function checkControlToken(token: string, expected: string): void {
  if (!timingSafeEqual(hashToken(token), hashToken(expected))) throw new ProblemError('token_unknown');
}
