import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { createSession } from '../../domain/sessions/create.ts';
import { open } from '../../http/route.ts';
import { sessionToWire } from './shape.ts';

export const createSessionRoute = open(
  operations.createSession,
  async (store, { input, now, random, settings }) => {
    const outcome = await createSession(store, { ...input.body, now, random, settings });
    return mapDone(outcome, ({ token, session }) => ({ token, ...sessionToWire(session, now, settings) }));
  },
);
