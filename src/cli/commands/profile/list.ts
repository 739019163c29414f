import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import type { profileList } from './spec.ts';

export const run: Run<typeof profileList> = async (context) => {
  const { profiles, profile } = await context.config();
  const items = Object.entries(profiles).map(([name, { server, account }]) => ({
    name,
    server,
    account: account ?? null,
    current: name === profile.value,
  }));
  return {
    json: { schema: 'profile-list/1', items },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'session.profile' },
          { label: 'session.server' },
          { label: 'session.subscriber' },
          { label: 'profile.current' },
        ],
        rows: items.map(({ name, server, account, current }) => [
          cell.text(name),
          cell.text(server),
          cell.text(account),
          current ? cell.word('current', 'profile.is-current') : cell.none,
        ]),
        empty: 'profile.empty',
      },
    ],
  };
};
