import { SECOND_MS } from '../../../shared/period.ts';
import type { SmsState } from '../../storage/schema-messages.ts';

/** What a message is, seen from its parts; null while one of them is under way. */
export function stateOfParts(parts: readonly { state: SmsState }[]): SmsState | null {
  const states = new Set(parts.map(({ state }) => state));
  if (states.has('sending')) return null;
  if (states.has('failed')) return 'failed';
  if (states.has('queued')) return 'queued';
  return states.has('sent') ? 'sent' : 'delivered';
}

const FIRST_PAUSE_MS = SECOND_MS;
const LONGEST_PAUSE_MS = 600 * SECOND_MS;

/** How long a message waits that was tried `attempts` times: twice as long each time, up to ten minutes. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20));
}
