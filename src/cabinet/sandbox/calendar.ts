import type { Clock } from '../../shared/clock.ts';
import { plus, SECOND_MS } from '../../shared/period.ts';
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
  let last: Promise<void> = Promise.resolve();
  const change = (next: () => number): Promise<void> => {
    const turn = last.then(async () => {
      const seconds = next();
      await writeJson(path, { offset_seconds: seconds } satisfies Kept);
      offset = seconds;
    });
    last = turn.catch(() => {});
    return turn;
  };
  return {
    clock: { now: () => plus(real.now(), offset * SECOND_MS) },
    offset: () => offset,
    advance: (seconds) => change(() => offset + seconds),
    reset: () => change(() => 0),
  };
}
