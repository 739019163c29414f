import type { Clock } from '../../shared/clock.ts';
import { MINUTE_MS, plus, SECOND_MS } from '../../shared/period.ts';
import type { SandboxClock } from '../http/route.ts';
import { readJson, sandboxFiles, writeJson } from './files.ts';

interface Kept {
  offset_seconds: number;
}

/** The calendar of a sandbox: the real time and an offset that outlives the process. */
export interface Calendar extends SandboxClock {
  clock: Clock;
}

/** Opens the calendar of a folder. A change is on disk before it is true. */
export async function openCalendar(dataDir: string, real: Clock): Promise<Calendar> {
  const { clock: path } = sandboxFiles(dataDir);
  let offset = (await readJson<Kept>(path))?.offset_seconds ?? 0;
  const still = createStandstill(real);
  let last: Promise<void> = Promise.resolve();
  const change = (next: () => number): Promise<void> => {
    const turn = last.then(async () => {
      const seconds = next();
      await writeJson(path, { offset_seconds: seconds } satisfies Kept);
      if (seconds > offset) still.begin((seconds - offset) * SECOND_MS);
      else still.forget();
      offset = seconds;
    });
    last = turn.catch(() => {});
    return turn;
  };
  return {
    clock: { now: () => plus(still.now(), offset * SECOND_MS) },
    offset: () => offset,
    act: () => still.end(),
    advance: (seconds) => change(() => offset + seconds),
    reset: () => change(() => 0),
  };
}

/** How long after an action somebody may take to type the command that moves the calendar. */
const TYPING_MS = MINUTE_MS;

/**
 * So that the edge of a rule can be met by hand: a move is counted from the last action when that was less than a minute
 * ago, and the calendar then stands still until the next action. Milliseconds of the real time that were left out.
 */
function createStandstill(real: Clock) {
  let leftOut = 0;
  let since: number | null = null;
  let lastAction = Number.NEGATIVE_INFINITY;
  const moment = () => real.now().getTime();
  return {
    now: () => new Date((since ?? moment()) - leftOut),
    /** Never more than the move itself: time does not go back. */
    begin(move: number): void {
      if (since !== null) return;
      since = moment();
      const typing = since - lastAction;
      if (typing < TYPING_MS) leftOut += Math.min(typing, move);
    },
    end(): void {
      const at = moment();
      if (since !== null) leftOut += at - since;
      since = null;
      lastAction = at;
    },
    forget(): void {
      leftOut = 0;
      since = null;
    },
  };
}
