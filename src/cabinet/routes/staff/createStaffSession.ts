import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { createStaffSession } from '../../domain/staff/createSession.ts';
import { open } from '../../http/route.ts';
import { staffSessionToWire } from './shape.ts';

export const createStaffSessionRoute = open(
  operations.createStaffSession,
  async (store, { input, now, random, settings, trail }) => {
    const { login, password, code } = input.body;
    const outcome = await createStaffSession(store, {
      login,
      password,
      code,
      now,
      random,
      settings,
      // A login that names nobody may be a password that was typed into the wrong field.
      record: (tx, { member = null, result }) =>
        trail.append(tx, {
          member,
          subject: member && `member:${member.login}`,
          reason: null,
          result,
          dryRun: false,
        }),
    });
    return mapDone(outcome, ({ token, session }) => ({
      token,
      ...staffSessionToWire(session, now, settings),
    }));
  },
);
