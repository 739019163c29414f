import type { Static } from 'typebox';
import type { ChangedSim, Sim as SimSchema } from '../../../contract/operations/sim.ts';
import type { Fee } from '../../domain/account/fees.ts';
import type { Sim } from '../../domain/sim/rules.ts';
import { feeToWire } from '../account/shape.ts';
import { instantOrNull } from '../wire.ts';

/** A SIM as it travels. */
export function simToWire(sim: Sim, timeZone: string): Static<typeof SimSchema> {
  return {
    state: sim.state,
    reason: sim.reason,
    blocked_at: instantOrNull(sim.blockedAt, timeZone),
    blocked_until: instantOrNull(sim.blockedUntil, timeZone),
    attempts_left: sim.attemptsLeft,
  };
}

/** A SIM that was blocked or unblocked, with what the line pays. */
export function changedSimToWire(
  sim: Sim,
  fees: readonly Fee[],
  timeZone: string,
): Static<typeof ChangedSim> {
  return { ...simToWire(sim, timeZone), fees: fees.map((fee) => feeToWire(fee, timeZone)) };
}
