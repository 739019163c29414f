import { expect, test } from 'vitest';
import { type FailedTry, pauseBeforeRetry, retryAfterMs } from '../../../src/client/retry.ts';

const closed = { failure: 'closed', connectedBefore: false } as const;
const base: FailedTry = { tries: 1, repeatable: true, outcome: closed, remainingMs: 30_000, jitter: () => 0 };
const status = (code: number, after?: number) => ({ status: code, retryAfterMs: after });

const cases: readonly [string, Partial<FailedTry>, number | undefined][] = [
  ['a broken connection is tried again', {}, 100],
  ['a later try waits longer', { tries: 3 }, 400],
  ['jitter lengthens the pause up to twice', { jitter: () => 0.5 }, 150],
  ['four tries are enough', { tries: 4 }, undefined],
  ['what would act twice is never tried again', { repeatable: false }, undefined],
  ['a refusal by rule is final', { outcome: status(409) }, undefined],
  ['a failure inside the cabinet is final', { outcome: status(500) }, undefined],
  ['success is no reason to try again', { outcome: status(200) }, undefined],
  ['too many requests pass', { outcome: status(429) }, 100],
  ['a bad gateway passes', { outcome: status(502) }, 100],
  ['an unavailable cabinet passes', { outcome: status(503) }, 100],
  ['a gateway without an answer passes', { outcome: status(504) }, 100],
  ['Retry-After is obeyed', { outcome: status(503, 2_000) }, 2_000],
  ['a Retry-After beyond the time limit is not waited for', { outcome: status(429, 60_000) }, undefined],
  ['nothing listens: final', { outcome: { failure: 'refused', connectedBefore: false } }, undefined],
  [
    'nothing listens any more: a restart passes',
    { outcome: { failure: 'refused', connectedBefore: true } },
    100,
  ],
  ['a time-out is final', { outcome: { failure: 'timeout', connectedBefore: true } }, undefined],
  ['a wrong certificate is final', { outcome: { failure: 'tls', connectedBefore: true } }, undefined],
  ['no time is left', { remainingMs: 50 }, undefined],
];

test.each(cases)('%s', (_name, change, pause) => {
  expect(pauseBeforeRetry({ ...base, ...change })).toBe(pause);
});

test('Retry-After is read in seconds only', () => {
  expect(retryAfterMs('3')).toBe(3_000);
  expect(retryAfterMs('Wed, 21 Oct 2026 07:28:00 GMT')).toBeUndefined();
  expect(retryAfterMs(undefined)).toBeUndefined();
});
