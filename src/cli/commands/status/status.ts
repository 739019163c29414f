import { type CredentialState, type CredentialStatus, credentialStatus } from '../../credential-status.ts';
import { type ExitCode, exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { roleCell } from '../../staff/role.ts';
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
      role: found.member?.role ?? null,
      office: found.member?.office ?? null,
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
          ...ownerRows(found),
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
  enrolment_required: exitCodes.login,
  unknown: exitCodes.unreachable,
};

function ownerRows({ account, member }: CredentialStatus): Fields['rows'] {
  if (member === null) return [{ key: 'account', label: 'session.subscriber', value: cell.text(account) }];
  const { name, role, office } = member;
  return [
    { key: 'account', label: 'staff.login', value: cell.text(account) },
    { key: 'name', label: 'staff.name', value: cell.text(name) },
    { key: 'role', label: 'staff.role', value: roleCell(role) },
    { key: 'office', label: 'staff.office', value: cell.text(office) },
  ];
}

function notesOf({ state, source, member }: CredentialStatus) {
  if (state === 'active') return [];
  if (state === 'unknown') return [{ key: 'hint.doctor' as const }];
  if (state === 'password_change_required') return [{ key: 'hint.password_change_required' as const }];
  if (source === 'environment') return [{ key: 'session.token-refused-hint' as const }];
  return [{ key: member === null ? ('hint.login' as const) : ('hint.staff_only' as const) }];
}
