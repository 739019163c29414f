import { resetSandboxClock } from '../../../../contract/operations/sandbox.ts';
import type { Run } from '../../../spec.ts';
import { control } from '../control.ts';
import { clockFields } from '../shown.ts';
import type { sandboxClockReset } from '../spec.ts';

export const run: Run<typeof sandboxClockReset> = async (context) => {
  const clock = await control(context, resetSandboxClock, {});
  return { json: { schema: 'sandbox-clock-reset/1', ...clock }, blocks: [clockFields(clock)] };
};
