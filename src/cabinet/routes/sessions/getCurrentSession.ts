import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { currentSession } from '../../domain/sessions/current.ts';
import { read } from '../../http/route.ts';
import { sessionToWire } from './shape.ts';

export const getCurrentSessionRoute = read(
  operations.getCurrentSession,
  async (db, { subject, now, settings }) =>
    done(sessionToWire(await currentSession(db, subject.tokenHash), now, settings)),
);
