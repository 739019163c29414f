import { keepSession, type NewSession, type SessionPlace } from '../../auth/session.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import { createStaffSession } from '../../contract/operations/staff-sessions.ts';
import { openClient } from '../connect.ts';
import type { Context } from '../context.ts';
import { CliError, Interrupted, UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { askLogin, keepLogin, notCurrent, prepareLogin, sessionRows } from '../log-in.ts';
import { readSecretLines } from '../prompts/stdin.ts';
import { cell } from '../render/cells.ts';
import type { Result } from '../render/result.ts';
import { askPassword, MOST_LOGIN_TRIES, type Renewed } from '../session.ts';
import { askUntil } from './answers.ts';
import { asMemberRefusal, isWrong } from './refusals.ts';

/** A member's session as the cabinet opens it. */
export type MemberSession = ReplyOf<typeof createStaffSession>;

interface Credentials {
  login: string;
  password: string;
  /** Absent at the first login, when there is no authenticator yet. */
  code: string | undefined;
}

/**
 * `lisa login --staff`: opens a member's session and keeps it. The first login goes on at once: a password is chosen and an
 * authenticator set up.
 */
export async function logInMember(
  context: Context,
  operand: string | undefined,
  passwordStdin: boolean,
): Promise<Result> {
  const place = await prepareLogin(context, {
    login: operand,
    which: 'staff.which',
    passwordStdin,
    password: 'login.password',
  });
  const login = await askLogin(context, operand, 'staff.which');
  const given = passwordStdin ? await readCredentials(context) : await askCredentials(context);
  const session = await open(context, place.origin, { login, ...given }, !passwordStdin);
  const current = await keepLogin(context, place, login, toKept(session));
  return show(place, session, current);
}

/** After the end of a member's session: asks for password and code of the same login and keeps the new session. */
export async function logInMemberAgain(
  context: Context,
  place: SessionPlace,
  login: string,
): Promise<Renewed> {
  for (let tries = 1; ; tries += 1) {
    const password = await askPassword(context, place.profile);
    const code = await askCode(context, 'staff.code').catch((error: unknown) => {
      throw error instanceof Interrupted ? new Interrupted('error.nothing-done') : error;
    });
    try {
      const session = await open(context, place.origin, { login, password, code }, true);
      await keepSession(place, login, toKept(session), context.host.clock.now());
      return { token: session.token };
    } catch (error) {
      if (!isWrong(error) || tries >= MOST_LOGIN_TRIES) throw error;
      context.warn('staff.wrong-credentials');
    }
  }
}

async function readCredentials({ host, signal }: Context): Promise<Omit<Credentials, 'login'>> {
  const [password = '', code] = await readSecretLines(host.stdin, 2, signal, 1);
  return { password, code: code === undefined ? undefined : readCode(code) };
}

async function askCredentials(context: Context): Promise<Omit<Credentials, 'login'>> {
  const prompts = await context.prompts();
  const password = await prompts.secret(context.t('login.password'), '--password-stdin');
  return { password, code: await askCode(context, 'staff.code-if-any') };
}

/** A one-time code; undefined for an empty answer. */
async function askCode(context: Context, question: 'staff.code' | 'staff.code-if-any') {
  const read = (text: string) => (text === '' ? undefined : readCode(text));
  return askUntil(context, question, '--password-stdin', question === 'staff.code' ? readCode : read);
}

/** Authenticators show «123 456». @throws UsageError */
export function readCode(text: string): string {
  const code = text.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(code)) throw new UsageError('staff.bad-code');
  return code;
}

async function open(
  context: Context,
  origin: string,
  { login, password, code }: Credentials,
  mayEnrol: boolean,
): Promise<MemberSession> {
  const client = await openClient(context, origin, async () => undefined);
  const body = { login, password, ...(code === undefined ? {} : { code }) };
  const session = await client.call(createStaffSession, { body }).catch((error: unknown) => {
    throw asMemberRefusal(error);
  });
  if (!session.enrolment_required) return session;
  const { abandonEnrolment, enrol } = await import('./enrol.ts');
  if (mayEnrol) return enrol(context, origin, session);
  await abandonEnrolment(context, origin, session.token);
  throw new CliError(exitCodes.input, 'enrolment_required', 'staff.enrol-needs-terminal', {
    params: { login },
    hint: 'staff.enrol-needs-terminal-hint',
  });
}

function toKept(session: MemberSession): NewSession {
  const { login, name, role, office } = session;
  return { ...session, account: login, member: { name, role, office }, password_change_required: false };
}

function show(place: SessionPlace, session: MemberSession, current: boolean): Result {
  const { login, name, role, office, idle_expires_at, expires_at } = session;
  return {
    json: {
      schema: 'login-staff/1',
      profile: place.profile,
      server: place.origin,
      login,
      name,
      role,
      office,
      idle_expires_at,
      expires_at,
      secret_store: place.store.name,
      secret_place: place.store.describe(place.profile),
    },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'login', label: 'staff.login', value: cell.text(login) },
          { key: 'name', label: 'staff.name', value: cell.text(name) },
          { key: 'role', label: 'staff.role', value: cell.word(role, `staff-role.${role}`) },
          { key: 'office', label: 'staff.office', value: cell.text(office) },
          ...sessionRows(place, session),
        ],
      },
    ],
    notes: [{ key: `staff.next-${role}` }, ...notCurrent(place, current)],
  };
}
