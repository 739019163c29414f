import { operations } from '../../../contract/index.ts';
import { feesOf } from '../../domain/account/fees.ts';
import { done } from '../../domain/outcome.ts';
import { blockSim } from '../../domain/sim/blockSim.ts';
import { mutation } from '../../http/route.ts';
import { changedSimToWire } from './shape.ts';

export const blockSimRoute = mutation(operations.blockSim, async (tx, { input, subject, now, settings }) => {
  const { accountId, timeZone } = subject;
  const outcome = await blockSim(tx, { accountId, reason: input.body.reason, now, settings });
  if (!outcome.ok) return outcome;
  const fees = await feesOf(tx, { accountId, now, settings });
  return done(changedSimToWire(outcome.value, fees, timeZone));
});
