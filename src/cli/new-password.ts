import { notePasswordChanged } from '../auth/session.ts';
import { CabinetError } from '../client/errors.ts';
import { readSessionStates } from '../config/state.ts';
import { isErrorCode } from '../contract/errors.ts';
import type { ReplyOf } from '../contract/operation.ts';
import { changePassword } from '../contract/operations/password.ts';
import type { Context } from './context.ts';
import { Interrupted } from './errors.ts';
import { explainParams } from './explain-params.ts';
import { mutate, type Shown } from './mutation.ts';
import { cell } from './render/cells.ts';
import type { Note, Result } from './render/result.ts';
import { findSession, requireSession } from './session.ts';

interface Passwords {
  current: string;
  wanted: string;
}

const SESSION_STAYS = 'password.session-stays';

/** Changes the password; having typed both is the consent. A dry run shows whether the new one would do. */
export async function changePasswordTo(
  context: Context,
  { current, wanted }: Passwords,
  dryRun = false,
): Promise<Result> {
  const result = await mutate(
    context,
    { yes: true, dryRun },
    {
      operation: changePassword,
      input: { body: { current_password: current, new_password: wanted } },
      check: 'lisa login',
      ...CHANGE,
    },
  );
  if (dryRun) return result;
  return { ...result, notes: [...(result.notes ?? []), ...(await noteSessions(context))] };
}

/** How the change of a password is shown, whoever's it is. */
export const CHANGE = {
  schema: 'password-change/1',
  question: 'password.change',
  before: (): Shown => ({ blocks: [] }),
  after: ({ changed_at, sessions_ended }: ReplyOf<typeof changePassword>): Shown => ({
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'changed_at', label: 'password.changed-at', value: cell.instant(changed_at) },
          { key: 'sessions_ended', label: 'password.sessions-ended', value: cell.number(sessions_ended) },
        ],
      },
    ],
    notes: [{ key: SESSION_STAYS }],
  }),
} as const;

/** R2: the other sessions of the owner are over; those that this machine keeps under other names are named. */
export async function noteSessions(context: Context): Promise<Note[]> {
  const { token, dataDir } = await context.config();
  if (token !== undefined) return [];
  const { place, state } = await requireSession(context);
  await notePasswordChanged(place, state);
  const ended = Object.entries(await readSessionStates(dataDir)).filter(
    ([name, other]) =>
      name !== place.profile &&
      other.ended === null &&
      other.server === state.server &&
      other.account === state.account,
  );
  if (ended.length === 0) return [];
  return [{ key: 'password.other-profiles', params: { profiles: ended.map(([name]) => name).join(', ') } }];
}

/**
 * Has a new password chosen on a terminal, and asks again until the cabinet takes it: a typing error, a weak password or
 * a wrong current one cost nothing but another try.
 */
export async function chooseNewPassword(context: Context, dryRun: boolean): Promise<Result> {
  const { token } = await context.config();
  const session = token === undefined ? await findSession(context, { mayAsk: false }) : undefined;
  const oneTime = session?.state.password_change_required ?? false;
  const current = await askCurrent(context, oneTime);
  return chooseUntilTaken(context, { current, oneTime, dryRun });
}

/**
 * R4: explains that the password has to be changed before anything else, and has it changed. `typed` is the password that
 * this process logged in with, when it did.
 * @throws Interrupted that says what is left to do
 */
export async function forceNewPassword(context: Context, typed: string | undefined): Promise<void> {
  context.warn('password.must-change');
  try {
    const current = typed ?? (await askCurrent(context, true));
    const { notes = [] } = await chooseUntilTaken(context, { current, oneTime: true, dryRun: false });
    context.say('password.changed');
    for (const { key, params } of notes) if (key !== SESSION_STAYS) context.say(key, params);
  } catch (error) {
    const atQuestion = error instanceof Interrupted && error.code === 'interrupted';
    throw atQuestion ? new Interrupted('password.change-later') : error;
  }
}

const MOST_TRIES = 3;

async function chooseUntilTaken(
  context: Context,
  given: { current: string; oneTime: boolean; dryRun: boolean },
): Promise<Result> {
  context.say('password.rules');
  let { current } = given;
  let wanted = await askNew(context);
  for (let tries = 1; ; ) {
    try {
      return await changePasswordTo(context, { current, wanted }, given.dryRun);
    } catch (error) {
      const kind = error instanceof CabinetError ? error.code : undefined;
      const weak = kind === 'password_too_weak' || kind === 'password_unchanged';
      const wrong = kind === 'wrong_password' && tries < MOST_TRIES;
      if (!(error instanceof CabinetError) || !(weak || wrong)) throw error;
      tellRefusal(context, error);
      if (weak) wanted = await askNew(context);
      else {
        tries += 1;
        current = await askCurrent(context, given.oneTime);
      }
    }
  }
}

/** Tells why the cabinet did not take it, before it is asked for again. */
export function tellRefusal(context: Context, { code, params }: CabinetError): void {
  const { t, locale } = context;
  if (isErrorCode(code)) context.warn(`cabinet.${code}`, explainParams(code, params, t, locale));
}

async function askCurrent(context: Context, oneTime: boolean): Promise<string> {
  const question = context.t(oneTime ? 'password.current-one-time' : 'password.current');
  return (await context.prompts()).secret(question, '--password-stdin');
}

/** A new password: asks until the same is typed twice. */
export async function askNew(context: Context): Promise<string> {
  const { t } = context;
  const prompts = await context.prompts();
  while (true) {
    const wanted = await prompts.secret(t('password.new'), '--password-stdin');
    if (wanted === (await prompts.secret(t('password.again'), '--password-stdin'))) return wanted;
    context.warn('password.differ');
  }
}
