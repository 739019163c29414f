import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { unblockSim } from '../../domain/sim/unblockSim.ts';
import { mutation } from '../../http/route.ts';
import { simToWire } from './shape.ts';

export const unblockSimRoute = mutation(
  operations.unblockSim,
  async (tx, { input, subject, dryRun, now, settings }) => {
    const { accountId, timeZone } = subject;
    const outcome = await unblockSim(tx, { accountId, codeword: input.body.codeword, dryRun, now, settings });
    return mapDone(outcome, (sim) => simToWire(sim, timeZone));
  },
);
