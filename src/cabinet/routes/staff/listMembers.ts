import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { pageOf } from '../../domain/page.ts';
import { staff } from '../../http/route.ts';
import { readMembers } from '../../storage/staff/reader.ts';
import { memberToWire } from './shape.ts';

const DEFAULT_LIMIT = 100;

export const listMembersRoute = staff(operations.listMembers, async (tx, { input, member }) => {
  const { limit = DEFAULT_LIMIT, after } = input.query ?? {};
  const rows = await readMembers(tx, { after, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ login }) => login);
  return done({ ...page, items: page.items.map((row) => memberToWire(row, member.timeZone)) });
});
