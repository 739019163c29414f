import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { addMember } from '../../domain/staff/addMember.ts';
import { staff } from '../../http/route.ts';
import { invitationToWire, readMember } from './shape.ts';

export const createMemberRoute = staff(operations.createMember, async (tx, call) => {
  const { input, member, now, random, settings, concerns } = call;
  const { login, name, role, office, region, own_lines: ownLines } = input.body;
  concerns(`member:${login}`);
  const wanted = { login, name, role, office, region, ownLines, now, random, settings };
  const outcome = await addMember(tx, wanted);
  if (!outcome.ok) return outcome;
  return done(invitationToWire(await readMember(tx, login), outcome.value, member.timeZone));
});
