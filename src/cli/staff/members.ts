import type { WireStaffMember } from '../../contract/operations/staff.ts';
import { formatMsisdn } from '../../shared/msisdn.ts';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Shown } from '../mutation.ts';
import { cell } from '../render/cells.ts';
import type { Cell, Fields, Status } from '../render/result.ts';
import { roleCell } from './role.ts';

const STATUS: Record<WireStaffMember['state'], Status> = {
  invited: 'warning',
  active: 'good',
  disabled: 'bad',
};

export function memberState(state: WireStaffMember['state']): Cell {
  return { kind: 'word', code: state, label: `staff-state.${state}`, status: STATUS[state] };
}

/** A member as fields; `mode` decides how their own numbers are written. */
export function memberFields(member: WireStaffMember, { mode }: Pick<Context, 'mode'>): Fields {
  const lines = mode === 'terminal' ? member.own_lines.map(formatMsisdn) : member.own_lines;
  return {
    kind: 'fields',
    rows: [
      { key: 'login', label: 'staff.login', value: cell.text(member.login) },
      { key: 'name', label: 'staff.name', value: cell.text(member.name) },
      { key: 'role', label: 'staff.role', value: roleCell(member.role) },
      { key: 'office', label: 'staff.office', value: cell.text(member.office) },
      {
        key: 'region',
        label: 'field.region',
        value: member.region === null ? cell.word('', 'staff.every-region') : cell.text(member.region),
      },
      { key: 'own_lines', label: 'staff.own-lines', value: cell.text(lines.join(', ') || null) },
      { key: 'state', label: 'field.state', value: memberState(member.state) },
      { key: 'created_at', label: 'staff.created', value: cell.instant(member.created_at) },
      { key: 'last_login_at', label: 'staff.last-login', value: cell.instant(member.last_login_at) },
    ],
  };
}

type Invitation = WireStaffMember & { one_time_password: string; one_time_password_expires_at: string };

/** A member with the password of the first login, which is shown this once. */
export function showInvitation(invitation: Invitation, context: Pick<Context, 'mode'>): Shown {
  const { login, one_time_password, one_time_password_expires_at: expires } = invitation;
  const { rows } = memberFields(invitation, context);
  return {
    blocks: [
      {
        kind: 'fields',
        rows: [
          ...rows,
          { key: 'one_time_password', label: 'staff.first-password', value: cell.text(one_time_password) },
          {
            key: 'one_time_password_expires_at',
            label: 'staff.first-password-until',
            value: cell.instant(expires),
          },
        ],
      },
    ],
    notes: [{ key: 'staff.invited', params: { login } }],
    ifLost: new CliError(exitCodes.failed, 'password_lost', 'staff.first-password-lost', {
      params: { login },
      hint: 'staff.first-password-lost-hint',
    }),
  };
}
