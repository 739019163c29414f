import type { Static } from 'typebox';
import { operations } from '../../../contract/index.ts';
import type { SandboxClock as WireClock } from '../../../contract/operations/sandbox.ts';
import type { Clock } from '../../../shared/clock.ts';
import { formatInstant } from '../../../shared/period.ts';
import { done } from '../../domain/outcome.ts';
import { inSandbox, type SandboxClock } from '../../http/route.ts';

export const getSandboxClockRoute = inSandbox(operations.getSandboxClock, async (sandbox, { clock }) =>
  done(show(sandbox.clock, clock)),
);

export const advanceSandboxClockRoute = inSandbox(
  operations.advanceSandboxClock,
  async ({ clock: calendar }, { input, clock }) => {
    await calendar.advance(input.body.seconds);
    return done(show(calendar, clock));
  },
);

export const resetSandboxClockRoute = inSandbox(
  operations.resetSandboxClock,
  async ({ clock: calendar }, { clock }) => {
    await calendar.reset();
    return done(show(calendar, clock));
  },
);

function show(calendar: SandboxClock, clock: Clock): Static<typeof WireClock> {
  return { now: formatInstant(clock.now(), 'UTC'), offset_seconds: calendar.offset() };
}
