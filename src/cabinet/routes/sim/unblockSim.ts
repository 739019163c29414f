import { operations } from '../../../contract/index.ts';
import { feesOf } from '../../domain/account/fees.ts';
import { done } from '../../domain/outcome.ts';
import { unblockSim } from '../../domain/sim/unblockSim.ts';
import { mutation } from '../../http/route.ts';
import { changedSimToWire } from './shape.ts';

export const unblockSimRoute = mutation(
  operations.unblockSim,
  async (tx, { input, subject, dryRun, now, settings }) => {
    const { accountId, timeZone } = subject;
    const outcome = await unblockSim(tx, { accountId, codeword: input.body.codeword, dryRun, now, settings });
    if (!outcome.ok) return outcome;
    const fees = await feesOf(tx, { accountId, now, settings });
    return done(changedSimToWire(outcome.value, fees, timeZone));
  },
);
