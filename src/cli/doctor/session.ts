import { CabinetError, TransportError } from '../../client/errors.ts';
import { getCurrentSession } from '../../contract/operations/sessions.ts';
import { getStaffSession } from '../../contract/operations/staff-sessions.ts';
import { openClient } from '../connect.ts';
import type { Context } from '../context.ts';
import { type CredentialState, type CredentialStatus, credentialStatus } from '../credential-status.ts';
import { findSession } from '../session.ts';
import { endOf } from '../session-end.ts';
import { STEP_MS } from './cabinet.ts';
import { type Finding, fine, type Level } from './finding.ts';

/**
 * Whether commands get in. A stored session that looks alive is shown to the cabinet, unless the store does not open:
 * only the cabinet knows what was ended elsewhere.
 */
export async function checkSession(context: Context, storeOpens: boolean): Promise<Finding> {
  const remembered = await credentialStatus(context);
  const state = storeOpens ? await askCabinet(context, remembered) : remembered.state;
  const params = { state: context.t(`session-state.${state}`) };
  if (state === 'active') return fine('session', 'doctor.session', params);
  const { level, fix } = JUDGEMENTS[state];
  const given = remembered.source === 'environment';
  return {
    check: 'session',
    // Nobody can renew a token that was handed in.
    level: given && state !== 'unknown' ? 'problem' : level,
    key: 'doctor.session',
    params,
    fix: given && state !== 'unknown' ? 'session.token-refused-hint' : loginOf(remembered, fix),
    code: `session_${state}`,
  };
}

/** Members of the staff log in another way. */
function loginOf({ member }: CredentialStatus, fix: NonNullable<Finding['fix']>) {
  return fix === 'hint.login' && member !== null ? 'hint.staff_only' : fix;
}

async function askCabinet(
  context: Context,
  { source, state, member }: CredentialStatus,
): Promise<CredentialState> {
  if (source !== 'store' || state !== 'active') return state;
  const session = await findSession(context, { mayAsk: false });
  if (session === undefined) return state;
  const { store, profile, origin } = session.place;
  const secret = await store.get(profile, origin);
  if (secret?.token === undefined) return 'revoked';
  try {
    const client = await openClient(context, origin, async () => secret.token, { mostMs: STEP_MS });
    await client.call(member === null ? getCurrentSession : getStaffSession, {});
    return state;
  } catch (error) {
    if (error instanceof CabinetError || error instanceof TransportError) return endOf(error) ?? state;
    throw error;
  }
}

/** A session that was not used for a while is ordinary: the next command asks for the password. */
const JUDGEMENTS: Readonly<
  Record<Exclude<CredentialState, 'active'>, { level: Level; fix: NonNullable<Finding['fix']> }>
> = {
  never_logged_in: { level: 'warn', fix: 'hint.login' },
  idle: { level: 'warn', fix: 'hint.login' },
  expired: { level: 'problem', fix: 'hint.login' },
  revoked: { level: 'problem', fix: 'hint.login' },
  password_change_required: { level: 'warn', fix: 'hint.password_change_required' },
  enrolment_required: { level: 'warn', fix: 'hint.staff_only' },
  unknown: { level: 'warn', fix: 'hint.retry' },
};
