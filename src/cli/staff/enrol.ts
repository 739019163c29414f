import type { Client } from '../../client/client.ts';
import { CabinetError, TransportError } from '../../client/errors.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import {
  completeEnrolment,
  deleteStaffSession,
  getEnrolment,
} from '../../contract/operations/staff-sessions.ts';
import { openClient } from '../connect.ts';
import type { Context } from '../context.ts';
import { CliError, Interrupted } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { explain } from '../explain.ts';
import { askNew, tellRefusal } from '../new-password.ts';
import { sanitize } from '../render/sanitize.ts';
import { askUntil } from './answers.ts';
import { type MemberSession, readCode } from './log-in.ts';

/**
 * The first login of a member: has a password chosen and an authenticator set up, and returns the session in which all of the
 * member's work can be done. Left in the middle, nothing is set up and the first password still works.
 * @throws Interrupted that says so
 */
export async function enrol(context: Context, origin: string, first: MemberSession): Promise<MemberSession> {
  const client = await openClient(context, origin, async () => first.token);
  try {
    const { totp_secret, totp_uri } = await client.call(getEnrolment, {});
    context.warn('staff.enrol-password');
    context.say('staff.password-rules');
    const wanted = await askNew(context);
    await showSecret(context, totp_secret, totp_uri);
    return await completeUntilTaken(context, client, wanted);
  } catch (error) {
    const left = (error instanceof Interrupted && error.code === 'interrupted') || context.signal.aborted;
    if (!left) throw error;
    await abandonEnrolment(context, origin, first.token);
    throw new Interrupted('staff.enrol-later');
  }
}

/** Ends a session in which nothing was set up. The cabinet ends it anyway when it is not told. */
export async function abandonEnrolment(context: Context, origin: string, token: string): Promise<void> {
  const client = await openClient(context, origin, async () => token, { mostMs: MOST_WAIT_MS });
  await client.call(deleteStaffSession, {}).catch(() => {});
}

const MOST_WAIT_MS = 2_000;

/** On stderr: it is no data, and it must not end up in a file. */
async function showSecret(context: Context, secret: string, uri: string): Promise<void> {
  const { enrolmentText } = await import('../render/qr.ts');
  const { stderr } = context.host;
  context.warn('staff.enrol-scan');
  stderr.write(enrolmentText(context, stderr, { uri: sanitize(uri), secret: sanitize(secret) }));
}

/** A code that came too late or a weak password cost nothing but another try. */
async function completeUntilTaken(
  context: Context,
  client: Client,
  first: string,
): Promise<ReplyOf<typeof completeEnrolment>> {
  for (let wanted = first; ; ) {
    const code = await askUntil(context, 'staff.enrol-code', '--password-stdin', readCode);
    try {
      return await client.call(completeEnrolment, { body: { code, new_password: wanted } });
    } catch (error) {
      if (error instanceof TransportError && error.sent) throw outcomeUnknown(context, error);
      if (!(error instanceof CabinetError) || !MENDABLE.has(error.code)) throw error;
      tellRefusal(context, error);
      if (error.code !== 'code_wrong') wanted = await askNew(context);
    }
  }
}

const MENDABLE: ReadonlySet<string> = new Set(['code_wrong', 'password_too_weak']);

function outcomeUnknown({ t, locale }: Context, error: TransportError): CliError {
  return new CliError(exitCodes.unreachable, 'outcome_unknown', 'error.outcome-unknown', {
    params: { cause: explain(error, t, locale).message },
    hint: 'staff.enrol-unknown-hint',
    cause: error,
  });
}
