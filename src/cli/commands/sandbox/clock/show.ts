import { getSandboxClock } from '../../../../contract/operations/sandbox.ts';
import type { Run } from '../../../spec.ts';
import { control } from '../control.ts';
import { clockFields } from '../shown.ts';
import type { sandboxClockShow } from '../spec.ts';

export const run: Run<typeof sandboxClockShow> = async (context) => {
  const clock = await control(context, getSandboxClock, {});
  return { json: { schema: 'sandbox-clock-show/1', ...clock }, blocks: [clockFields(clock)] };
};
