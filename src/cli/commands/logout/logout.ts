import type { MessageKey } from '../../../messages/index.ts';
import { type LogOut, logOutOf } from '../../log-out.ts';
import type { Run } from '../../spec.ts';
import type { logout } from './spec.ts';

export const run: Run<typeof logout> = async (context) => {
  const { profile, token } = await context.config();
  const outcome = await logOutOf(context, profile.value);
  return {
    json: { schema: 'logout/1', profile: profile.value, outcome },
    blocks: [],
    notes: [
      { key: TEXTS[outcome], params: { profile: profile.value } },
      ...(token === undefined ? [] : [{ key: 'logout.token-stays' as const }]),
    ],
  };
};

const TEXTS: Readonly<Record<LogOut, MessageKey>> = {
  was_out: 'logout.was-out',
  ended: 'logout.done',
  was_over: 'logout.done',
  not_told: 'logout.not-told',
};
