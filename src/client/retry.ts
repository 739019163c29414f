import type { TransportFailure } from './errors.ts';

/** One try that did not succeed, and what is known about trying again. */
export interface FailedTry {
  /** 1 for the first. */
  tries: number;
  /** True when a second arrival of the same request has no second effect: GET, PUT and DELETE, or an idempotency key. */
  repeatable: boolean;
  /** What came: an error status with its `Retry-After`, or no answer. */
  outcome:
    | { status: number; retryAfterMs: number | undefined }
    | { failure: TransportFailure; connectedBefore: boolean };
  /** Milliseconds left of the command's time limit. */
  remainingMs: number;
  /** From 0 up to 1. */
  jitter(): number;
}

const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 200;
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Milliseconds to wait before the next try; undefined to give up.
 * Only what is likely to pass is tried again, only when it cannot act twice, only within the time that is left.
 */
export function pauseBeforeRetry(attempt: FailedTry): number | undefined {
  const { outcome, tries } = attempt;
  if (!attempt.repeatable || tries >= MOST_TRIES || !isPassing(outcome)) return undefined;
  const backoff = FIRST_PAUSE_MS * 2 ** (tries - 1);
  const pause = Math.round(backoff / 2 + (backoff / 2) * attempt.jitter());
  const wanted = 'status' in outcome ? Math.max(pause, outcome.retryAfterMs ?? 0) : pause;
  return wanted < attempt.remainingMs ? wanted : undefined;
}

/** A refused connection passes only where one has worked before: the cabinet is being restarted. */
function isPassing(outcome: FailedTry['outcome']): boolean {
  if ('status' in outcome) return isBusy(outcome.status);
  return outcome.failure === 'closed' || (outcome.failure === 'refused' && outcome.connectedBefore);
}

/** A status that says «not now», which may pass. */
export function isBusy(status: number): boolean {
  return BUSY.has(status);
}

/** `Retry-After` in seconds (RFC 9110); the form with a date is not used by the cabinet. */
export function retryAfterMs(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}
