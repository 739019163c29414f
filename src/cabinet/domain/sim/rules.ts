import type { Settings } from '../../settings.ts';
import type { LineRow } from '../../storage/lines/reader.ts';
import { type LineState, lineState } from '../lines/rules.ts';

/** The SIM as its owner sees it; all but `state` are null while it is not blocked. */
export interface Sim {
  state: LineState;
  reason: 'lost' | 'stolen' | 'temporary' | null;
  blockedAt: Date | null;
  blockedUntil: Date | null;
  /** R9: codeword attempts that remain before only an office can unblock. */
  attemptsLeft: number | null;
}

export type SimLine = Pick<
  LineRow,
  'state' | 'block_reason' | 'blocked_at' | 'blocked_until' | 'codeword_failures'
>;

/** R9: what the line's row means at `now`. */
export function simOf(line: SimLine, now: Date, settings: Settings): Sim {
  const state = lineState(line, now);
  if (state !== 'blocked') return { state, ...notBlocked };
  return {
    state,
    reason: line.block_reason,
    blockedAt: line.blocked_at,
    blockedUntil: line.blocked_until,
    attemptsLeft: Math.max(0, settings.simUnblockTries - line.codeword_failures),
  };
}

const notBlocked = { reason: null, blockedAt: null, blockedUntil: null, attemptsLeft: null };

/** The columns of a line that is not blocked. */
export const unblockedLine = {
  state: 'active',
  block_reason: null,
  blocked_at: null,
  blocked_until: null,
  codeword_failures: 0,
} as const;

/** A codeword as it is hashed: the spaces around it, the case and the form of the letters do not matter. */
export function normaliseCodeword(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}
