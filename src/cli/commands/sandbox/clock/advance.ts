import type { ReplyOf } from '../../../../contract/operation.ts';
import { advanceSandboxClock } from '../../../../contract/operations/sandbox.ts';
import { parseDuration } from '../../../../shared/duration.ts';
import type { Context } from '../../../context.ts';
import { UsageError } from '../../../errors.ts';
import type { Run } from '../../../spec.ts';
import { control } from '../control.ts';
import { clockFields } from '../shown.ts';
import type { sandboxClockAdvance } from '../spec.ts';

const DAY_SECONDS = 86_400;
const MOST_SECONDS = 10 * 366 * DAY_SECONDS;
/** The sandbox answers when everything that fell due is done: a request that moves on by a week ends in time. */
const SLICE_SECONDS = 7 * DAY_SECONDS;

export const run: Run<typeof sandboxClockAdvance> = async (context, { operands }) => {
  const seconds = parseDuration(operands.duration);
  if (seconds === null || seconds < 1 || seconds > MOST_SECONDS)
    throw new UsageError('sandbox.bad-duration', { value: operands.duration });
  const clock = await advance(context, seconds);
  return { json: { schema: 'sandbox-clock-advance/1', ...clock }, blocks: [clockFields(clock)] };
};

async function advance(context: Context, seconds: number): Promise<ReplyOf<typeof advanceSandboxClock>> {
  const progress = context.progress('sandbox.advancing');
  const days = (part: number) => Math.ceil(part / DAY_SECONDS);
  try {
    for (let left = seconds; ; left -= SLICE_SECONDS) {
      progress.update(days(seconds - left), days(seconds));
      const slice = Math.min(left, SLICE_SECONDS);
      const clock = await control(context, advanceSandboxClock, { body: { seconds: slice } });
      if (slice === left) return clock;
    }
  } finally {
    progress.stop();
  }
}
