import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { blockSim } from '../../domain/sim/blockSim.ts';
import { mutation } from '../../http/route.ts';
import { simToWire } from './shape.ts';

export const blockSimRoute = mutation(operations.blockSim, async (tx, { input, subject, now, settings }) => {
  const { accountId, timeZone } = subject;
  const outcome = await blockSim(tx, { accountId, reason: input.body.reason, now, settings });
  return mapDone(outcome, (sim) => simToWire(sim, timeZone));
});
