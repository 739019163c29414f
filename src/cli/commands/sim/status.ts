import { getSim } from '../../../contract/operations/sim.ts';
import type { Run } from '../../spec.ts';
import { simFields } from './fields.ts';
import type { simStatus } from './spec.ts';

export const run: Run<typeof simStatus> = async (context) => {
  const client = await context.client();
  const sim = await client.call(getSim, {});
  return {
    json: { schema: 'sim-status/1', ...sim },
    blocks: [simFields(sim)],
    notes: sim.state === 'blocked' ? [{ key: 'sim.next-unblock' }] : [],
  };
};
