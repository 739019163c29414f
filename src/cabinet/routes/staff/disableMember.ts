import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { disableMember } from '../../domain/staff/disableMember.ts';
import { staff } from '../../http/route.ts';
import { memberToWire, pathOfMember, readMember } from './shape.ts';

export const disableMemberRoute = staff(
  operations.disableMember,
  async (tx, { input, member, now }) => {
    const { login } = input.params;
    const outcome = await disableMember(tx, { login, by: member.login, now });
    if (!outcome.ok) return outcome;
    return done(memberToWire(await readMember(tx, login), member.timeZone));
  },
  pathOfMember,
);
