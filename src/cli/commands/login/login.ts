import { keepSession, type SessionPlace } from '../../../auth/session.ts';
import { readConfigFile } from '../../../config/file.ts';
import { serverOrigin } from '../../../config/load.ts';
import { saveProfile } from '../../../config/write.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { type createSession, deleteCurrentSession } from '../../../contract/operations/sessions.ts';
import { openClient } from '../../connect.ts';
import type { Context } from '../../context.ts';
import { CliError, InputNeeded } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { readSecretLine } from '../../prompts/stdin.ts';
import { cell } from '../../render/cells.ts';
import type { Result } from '../../render/result.ts';
import { logIn, placeOf } from '../../session.ts';
import type { Run } from '../../spec.ts';
import type { login } from './spec.ts';

type Session = ReplyOf<typeof createSession>;

export const run: Run<typeof login> = async (context, { options, operands }) => {
  const { token, secretStore } = await context.config();
  if (token !== undefined) {
    throw new CliError(exitCodes.usage, 'token_given', 'login.token-set', { hint: 'login.token-set-hint' });
  }
  requireAnswers(context, operands.login, options.passwordStdin);
  const origin = await chooseServer(context);
  const place = await placeOf(context, secretStore.value, origin);
  if (place.store.name === 'file') context.say('login.file', { file: place.store.describe(place.profile) });
  // A store that does not work shows before the password is asked for.
  await place.store.get(place.profile, origin);
  const name = operands.login ?? (await (await context.prompts()).input(context.t('login.which'), 'LOGIN'));
  const password = options.passwordStdin
    ? await readSecretLine(context.host.stdin, context.signal)
    : await (await context.prompts()).secret(context.t('login.password'), '--password-stdin');
  const anonymous = await openClient(context, origin, async () => undefined);
  const session = await logIn(anonymous, name, password);
  const current = await keep(context, place, name, session);
  return show(place, session, current);
};

/** What is missing in a script shows at once, before anything is opened. @throws InputNeeded */
function requireAnswers(context: Context, login: string | undefined, passwordStdin: boolean): void {
  if (login === undefined && !context.interactive) throw new InputNeeded(context.t('login.which'), 'LOGIN');
  if (!passwordStdin && !context.interactive)
    throw new InputNeeded(context.t('login.password'), '--password-stdin');
}

async function chooseServer(context: Context): Promise<string> {
  const { server } = await context.config();
  if (server.value !== undefined) return server.value;
  const prompts = await context.prompts();
  return serverOrigin(await prompts.input(context.t('login.server'), '--server'), '--server');
}

/** Keeps the session and its profile; true when that is the current one. What cannot be kept is ended in the cabinet, too. */
async function keep(
  context: Context,
  place: SessionPlace,
  login: string,
  session: Session,
): Promise<boolean> {
  const { host } = context;
  const { configDir, profile } = await context.config();
  try {
    const state = await keepSession(place, login, session, host.clock.now());
    await saveProfile(configDir, host, profile.value, { server: place.origin, account: state.account });
    return (await readConfigFile(configDir)).current === profile.value;
  } catch (error) {
    const client = await openClient(context, place.origin, async () => session.token);
    await client.call(deleteCurrentSession, {}).catch(() => {});
    throw error;
  }
}

function show(place: SessionPlace, session: Session, current: boolean): Result {
  const stored = place.store.describe(place.profile);
  const { account_id, msisdn, idle_expires_at, expires_at, password_change_required } = session;
  return {
    json: {
      schema: 'login/1',
      profile: place.profile,
      server: place.origin,
      account_id,
      msisdn,
      idle_expires_at,
      expires_at,
      password_change_required,
      secret_store: place.store.name,
      secret_place: stored,
    },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'account', label: 'field.account', value: cell.text(account_id) },
          { key: 'msisdn', label: 'field.msisdn', value: cell.msisdn(msisdn) },
          { key: 'server', label: 'session.server', value: cell.text(place.origin) },
          { key: 'profile', label: 'session.profile', value: cell.text(place.profile) },
          { key: 'idle_expires_at', label: 'session.idle-until', value: cell.instant(idle_expires_at) },
          { key: 'expires_at', label: 'session.until', value: cell.instant(expires_at) },
          { key: 'secret_place', label: 'session.place', value: cell.text(stored) },
        ],
      },
    ],
    notes: [
      { key: password_change_required ? 'login.change-password' : 'login.next' },
      ...(current ? [] : [{ key: 'login.not-current' as const, params: { profile: place.profile } }]),
    ],
  };
}
