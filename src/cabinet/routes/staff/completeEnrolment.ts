import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { completeEnrolment } from '../../domain/staff/enrolment.ts';
import { staff } from '../../http/route.ts';
import { staffSessionToWire } from './shape.ts';

export const completeEnrolmentRoute = staff(operations.completeEnrolment, async (tx, call) => {
  const { input, member, token, now, random, settings, concerns } = call;
  const { login } = member;
  const { code, new_password: wanted } = input.body;
  concerns(`member:${login}`);
  const outcome = await completeEnrolment(tx, { login, token, code, wanted, now, random, settings });
  return mapDone(outcome, (opened) => ({
    token: opened.token,
    ...staffSessionToWire(opened.session, now, settings),
  }));
});
