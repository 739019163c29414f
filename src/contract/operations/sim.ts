import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, nullable, oneOf, Timestamp } from '../schema.ts';
import { Fee, LineState } from './account.ts';

export const blockReasons = ['lost', 'stolen', 'temporary'] as const;

/** The SIM of the line; the last three are null while it is not blocked. */
export const Sim = Type.Object({
  state: LineState,
  reason: nullable(oneOf('lost', 'stolen', 'temporary')),
  blocked_at: nullable(Timestamp),
  /** R9: at this moment a line that is still blocked is disconnected. */
  blocked_until: nullable(Timestamp),
  /** Codeword attempts left for an unblock (R9: five, then only an office). */
  attempts_left: nullable(Type.Integer({ minimum: 0 })),
});

/** The SIM after a block or an unblock, and what becomes of the fees: they stand still, or have new dates (R9). */
export const ChangedSim = Type.Object({ ...Sim.properties, fees: Type.Array(Fee) });

export const getSim = operation({
  id: 'getSim',
  method: 'GET',
  path: '/v1/sim',
  summary: 'State of the SIM',
  tag: 'sim',
  auth: 'session',
  reply: Sim,
  status: 200,
  errors: [],
});

/** R9: immediate, free, without a codeword. */
export const blockSim = operation({
  id: 'blockSim',
  method: 'POST',
  path: '/v1/sim/block',
  summary: 'Block the SIM at once',
  tag: 'sim',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object({ reason: oneOf('lost', 'stolen', 'temporary') }, { additionalProperties: false }),
  reply: ChangedSim,
  status: 200,
  errors: ['sim_already_blocked', 'line_disconnected'],
});

/** R9: needs the codeword. A dry run never examines it: that would be a free guess. */
export const unblockSim = operation({
  id: 'unblockSim',
  method: 'POST',
  path: '/v1/sim/unblock',
  summary: 'Unblock the SIM with the codeword',
  tag: 'sim',
  auth: 'session',
  mutation: true,
  secrets: true,
  query: DryRunQuery,
  body: Type.Object({ codeword: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  reply: ChangedSim,
  status: 200,
  errors: ['sim_not_blocked', 'codeword_wrong', 'codeword_exhausted', 'line_disconnected'],
});
