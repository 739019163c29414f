import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { getSim } from '../../domain/sim/getSim.ts';
import { read } from '../../http/route.ts';
import { simToWire } from './shape.ts';

export const getSimRoute = read(operations.getSim, async (db, { subject, now, settings }) =>
  done(simToWire(await getSim(db, subject.accountId, now, settings), subject.timeZone)),
);
