import type { Clock } from '../../src/shared/clock.ts';
import { plus } from '../../src/shared/period.ts';

/** A clock that stands still until a test moves it. */
export interface MovableClock extends Clock {
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
}

/** Noon in Moscow on a Thursday, so that dates of a test read the same everywhere. */
export const START = '2026-03-05T09:00:00Z';

export function movableClock(start: Date | string = START): MovableClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
    advance: (milliseconds) => {
      now = plus(now, milliseconds);
    },
  };
}
