import { type Refused, refuse } from '../outcome.ts';

export type LineState = 'active' | 'blocked' | 'disconnected';

/** What the state of a line depends on. */
export interface Line {
  state: LineState;
  blocked_until: Date | null;
}

/** R9: a block lasts 30 days; the line that is still blocked then is disconnected, whoever looks and wherever. */
export function lineState(line: Line, now: Date): LineState {
  if (line.state === 'blocked' && line.blocked_until !== null && line.blocked_until <= now)
    return 'disconnected';
  return line.state;
}

/** Refuses what only an active line may do; null when it may. */
export function refuseUnlessActive(line: Line, now: Date): Refused | null {
  const state = lineState(line, now);
  if (state === 'disconnected') return refuse({ kind: 'line_disconnected' });
  if (state === 'blocked') return refuse({ kind: 'line_blocked' });
  return null;
}
