import { notePasswordChanged } from '../../../auth/session.ts';
import { readSessionStates } from '../../../config/state.ts';
import { changePassword } from '../../../contract/operations/password.ts';
import type { Context } from '../../context.ts';
import { InputNeeded } from '../../errors.ts';
import { mutate } from '../../mutation.ts';
import { readSecretLines } from '../../prompts/stdin.ts';
import { cell } from '../../render/cells.ts';
import type { Note } from '../../render/result.ts';
import { requireSession } from '../../session.ts';
import type { Run } from '../../spec.ts';
import type { passwordChange } from './spec.ts';

export const run: Run<typeof passwordChange> = async (context, { options, dryRun }) => {
  const [current_password = '', new_password = ''] = options.passwordStdin
    ? await readSecretLines(context.host.stdin, 2, context.signal)
    : await ask(context);
  // Typing both passwords is the consent.
  const result = await mutate(
    context,
    { yes: true, dryRun },
    {
      operation: changePassword,
      schema: 'password-change/1',
      input: { body: { current_password, new_password } },
      question: 'password.change',
      before: () => ({ blocks: [] }),
      after: ({ changed_at, sessions_ended }) => ({
        blocks: [
          {
            kind: 'fields',
            rows: [
              { key: 'changed_at', label: 'password.changed-at', value: cell.instant(changed_at) },
              { key: 'sessions_ended', label: 'password.sessions-ended', value: cell.number(sessions_ended) },
            ],
          },
        ],
        notes: [{ key: 'password.session-stays' }],
      }),
      check: 'lisa login',
    },
  );
  if (dryRun) return result;
  return { ...result, notes: [...(result.notes ?? []), ...(await noteSessions(context))] };
};

async function ask(context: Context): Promise<readonly [string, string]> {
  const { t } = context;
  if (!context.interactive) throw new InputNeeded(t('password.current'), '--password-stdin');
  const prompts = await context.prompts();
  const current = await prompts.secret(t('password.current'), '--password-stdin');
  while (true) {
    const wanted = await prompts.secret(t('password.new'), '--password-stdin');
    if (wanted === (await prompts.secret(t('password.again'), '--password-stdin'))) return [current, wanted];
    context.warn('password.differ');
  }
}

/** R2: the other sessions of this subscriber are over; those that this machine keeps under other names are named. */
async function noteSessions(context: Context): Promise<Note[]> {
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
