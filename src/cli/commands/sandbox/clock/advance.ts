import { advanceSandboxClock } from '../../../../contract/operations/sandbox.ts';
import { parseDuration } from '../../../../shared/duration.ts';
import { UsageError } from '../../../errors.ts';
import type { Run } from '../../../spec.ts';
import { control } from '../control.ts';
import { clockFields } from '../shown.ts';
import type { sandboxClockAdvance } from '../spec.ts';

const MOST_SECONDS = 10 * 366 * 86_400;

export const run: Run<typeof sandboxClockAdvance> = async (context, { operands }) => {
  const seconds = parseDuration(operands.duration);
  if (seconds === null || seconds < 1 || seconds > MOST_SECONDS)
    throw new UsageError('sandbox.bad-duration', { value: operands.duration });
  const clock = await control(context, advanceSandboxClock, { body: { seconds } });
  return { json: { schema: 'sandbox-clock-advance/1', ...clock }, blocks: [clockFields(clock)] };
};
