import { operations } from '../../../contract/index.ts';
import { done, refuse } from '../../domain/outcome.ts';
import { staff } from '../../http/route.ts';
import { findMember } from '../../storage/staff/reader.ts';
import { memberToWire, pathOfMember } from './shape.ts';

export const getMemberRoute = staff(
  operations.getMember,
  async (tx, { input, member }) => {
    const found = await findMember(tx, input.params.login);
    return found ? done(memberToWire(found, member.timeZone)) : refuse({ kind: 'member_not_found' });
  },
  pathOfMember,
);
