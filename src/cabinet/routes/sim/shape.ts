import type { Static } from 'typebox';
import type { Sim as SimSchema } from '../../../contract/operations/sim.ts';
import type { Sim } from '../../domain/sim/rules.ts';
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
