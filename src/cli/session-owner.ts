import type { Client, View } from '../client/client.ts';
import { readSessionState } from '../config/state.ts';
import type { Operation } from '../contract/operation.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';

/** True for a token of a member of the staff. */
export function isStaffToken(token: string): boolean {
  return token.startsWith('lisa_stf_');
}

/**
 * The same client, which says at once what is not for the owner of the session (R16): the cabinet would refuse it, but only
 * after a password was asked for where the session has ended.
 */
export function forItsOwner(client: Client, staff: boolean, view: View | undefined): Client {
  return {
    async call(operation, input, options) {
      check(operation, staff, view);
      return client.call(operation, input, options);
    },
    async *stream(operation, input, options) {
      check(operation, staff, view);
      yield* client.stream(operation, input, options);
    },
  };
}

function check({ auth, method }: Operation, staff: boolean, view: View | undefined): void {
  if (!staff && (auth === 'staff' || view !== undefined)) throw staffOnly();
  if (!staff || auth !== 'session') return;
  if (method !== 'GET') throw new CliError(exitCodes.refused, 'subscriber_only', 'cabinet.subscriber_only');
  if (view === undefined) {
    const hint = 'hint.subscriber_only';
    throw new CliError(exitCodes.refused, 'subscriber_only', 'cabinet.subscriber_only', { hint });
  }
}

function staffOnly(): CliError {
  return new CliError(exitCodes.login, 'staff_only', 'cabinet.staff_only', { hint: 'hint.staff_only' });
}

/** Whether a member of the staff is logged in. */
export async function isStaff(context: Context): Promise<boolean> {
  const { token, dataDir, profile } = await context.config();
  if (token !== undefined) return isStaffToken(token);
  const state = await readSessionState(dataDir, profile.value);
  return state?.member !== undefined && state.ended !== 'logged_out';
}

/**
 * Ends a command of the staff where no member is logged in, before it asks anything.
 * @throws CliError `not_logged_in`, `staff_only`
 */
export async function requireStaff(context: Context): Promise<void> {
  if (await isStaff(context)) return;
  const { token, dataDir, profile } = await context.config();
  const state = await readSessionState(dataDir, profile.value);
  if (token !== undefined || (state !== undefined && state.ended !== 'logged_out')) throw staffOnly();
  const details = { params: { profile: profile.value }, hint: 'hint.staff_only' } as const;
  throw new CliError(exitCodes.login, 'not_logged_in', 'session.not-logged-in', details);
}
