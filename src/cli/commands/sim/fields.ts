import type { Static } from 'typebox';
import type { Sim as SimSchema } from '../../../contract/operations/sim.ts';
import { cell } from '../../render/cells.ts';
import type { Cell, Fields } from '../../render/result.ts';

export type Sim = Static<typeof SimSchema>;

/** The state of the SIM; what belongs to a block only while there is one. */
export function simFields(sim: Sim): Fields {
  const state: Fields['rows'] = [{ key: 'state', label: 'field.sim', value: cell.simState(sim.state) }];
  if (sim.blocked_at === null) return { kind: 'fields', rows: state };
  const reason: Cell = sim.reason === null ? cell.none : cell.word(sim.reason, `sim.reason-${sim.reason}`);
  const attempts: Cell = sim.attempts_left === null ? cell.none : cell.number(sim.attempts_left);
  return {
    kind: 'fields',
    rows: [
      ...state,
      { key: 'reason', label: 'field.reason', value: reason },
      { key: 'blocked_at', label: 'field.blocked-at', value: cell.instant(sim.blocked_at) },
      { key: 'blocked_until', label: 'field.blocked-until', value: cell.instant(sim.blocked_until) },
      { key: 'attempts_left', label: 'field.attempts-left', value: attempts },
    ],
  };
}
