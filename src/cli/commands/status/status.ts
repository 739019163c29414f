import { type CredentialState, type CredentialStatus, credentialStatus } from '../../credential-status.ts';
import { type ExitCode, exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import type { status } from './spec.ts';

export const run: Run<typeof status> = async (context) => {
  const { profile, server } = await context.config();
  const found = await credentialStatus(context);
  const idle = found.idleLeftSeconds;
  return {
    json: {
      schema: 'status/1',
      profile: profile.value,
      server: server.value ?? null,
      state: found.state,
      credential_source: found.source,
      credential_place: found.place,
      account: found.account,
      idle_left_seconds: idle,
      expires_at: found.expiresAt,
      last_used_at: found.lastUsedAt,
    },
    blocks: [
      {
        kind: 'fields',
        rows: [
          {
            key: 'state',
            label: 'session.state',
            value: cell.word(found.state, `session-state.${found.state}`),
          },
          { key: 'profile', label: 'session.profile', value: cell.text(profile.value) },
          { key: 'server', label: 'session.server', value: cell.text(server.value ?? null) },
          { key: 'account', label: 'session.subscriber', value: cell.text(found.account) },
          {
            key: 'credential_source',
            label: 'session.source',
            value: cell.word(found.source, `session-source.${found.source}`),
          },
          { key: 'credential_place', label: 'session.place', value: cell.text(found.place) },
          {
            key: 'idle_left_seconds',
            label: 'session.idle-left',
            value: idle === null ? cell.none : cell.volume(idle, 'second'),
          },
          { key: 'expires_at', label: 'session.until', value: cell.instant(found.expiresAt) },
        ],
      },
    ],
    notes: notesOf(found),
    exit: EXITS[found.state],
  };
};

const EXITS: Readonly<Record<CredentialState, ExitCode>> = {
  never_logged_in: exitCodes.login,
  active: exitCodes.done,
  idle: exitCodes.login,
  expired: exitCodes.login,
  revoked: exitCodes.login,
  password_change_required: exitCodes.login,
  unknown: exitCodes.unreachable,
};

function notesOf({ state, source }: CredentialStatus) {
  if (state === 'active') return [];
  if (state === 'unknown') return [{ key: 'hint.doctor' as const }];
  if (state === 'password_change_required') return [{ key: 'hint.password_change_required' as const }];
  if (source === 'environment') return [{ key: 'session.token-refused-hint' as const }];
  return [{ key: 'hint.login' as const }];
}
