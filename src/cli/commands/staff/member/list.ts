import { listMembers } from '../../../../contract/operations/staff-members.ts';
import { collect } from '../../../pages.ts';
import { cell } from '../../../render/cells.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { Run } from '../../../spec.ts';
import { memberState } from '../../../staff/members.ts';
import { roleCell } from '../../../staff/role.ts';
import type { memberList } from './spec.ts';

export const run: Run<typeof memberList> = async (context) => {
  await requireStaff(context);
  const client = await context.client();
  const items = await collect((query) => client.call(listMembers, { query }));
  return {
    json: { schema: 'staff-member-list/1', items },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'staff.login' },
          { label: 'staff.name' },
          { label: 'staff.role' },
          { label: 'staff.office' },
          { label: 'field.state' },
          { label: 'field.region', spare: true },
          { label: 'staff.last-login', spare: true },
        ],
        rows: items.map((member) => [
          cell.text(member.login),
          cell.text(member.name),
          roleCell(member.role),
          cell.text(member.office),
          memberState(member.state),
          cell.text(member.region),
          cell.instant(member.last_login_at),
        ]),
        empty: 'staff.no-members',
      },
    ],
  };
};
