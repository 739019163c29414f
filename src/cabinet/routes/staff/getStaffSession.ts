import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { currentStaffSession } from '../../domain/staff/sessions.ts';
import { staff } from '../../http/route.ts';
import { staffSessionToWire } from './shape.ts';

export const getStaffSessionRoute = staff(operations.getStaffSession, async (tx, { member, now, settings }) =>
  done(staffSessionToWire(await currentStaffSession(tx, member.tokenHash), now, settings)),
);
