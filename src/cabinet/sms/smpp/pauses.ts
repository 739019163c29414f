import type { Random } from '../../../shared/clock.ts';
import { SECOND_MS } from '../../../shared/period.ts';

/** Between a half and the whole of a pause, so that nodes do not come back all at once. */
export function jittered(random: Random, pause: number, longest: number): number {
  const [byte = 0] = random.bytes(1);
  return (Math.min(pause, longest) * (1 + byte / 255)) / 2;
}

/** «Slow down»: nothing is sent for a while. */
export interface Throttle {
  on(): boolean;
  /** The service asked for it: the while is twice as long each time, up to half a minute. */
  begin(): void;
  /** The service has taken something. */
  end(): void;
}

const FIRST_MS = SECOND_MS;
const LONGEST_MS = 30 * SECOND_MS;

export function createThrottle(random: Random, onOver: () => void): Throttle {
  let times = 0;
  let waiting = false;
  const over = () => {
    waiting = false;
    onOver();
  };
  return {
    on: () => waiting,
    begin() {
      if (waiting) return;
      waiting = true;
      setTimeout(over, jittered(random, FIRST_MS * 2 ** times++, LONGEST_MS)).unref();
    },
    end() {
      if (!waiting) times = 0;
    },
  };
}
