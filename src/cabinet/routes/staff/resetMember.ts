import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { resetMember } from '../../domain/staff/resetMember.ts';
import { staff } from '../../http/route.ts';
import { invitationToWire, pathOfMember, readMember } from './shape.ts';

export const resetMemberRoute = staff(
  operations.resetMember,
  async (tx, { input, member, now, random, settings }) => {
    const { login } = input.params;
    const outcome = await resetMember(tx, { login, by: member.login, now, random, settings });
    if (!outcome.ok) return outcome;
    return done(invitationToWire(await readMember(tx, login), outcome.value, member.timeZone));
  },
  pathOfMember,
);
