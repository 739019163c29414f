import { describe, expect, it, test } from 'vitest';
import {
  beginningOfStep,
  codeOfStep,
  readSecret,
  secretOfEnrolment,
  stepAt,
  stepOfCode,
  writeSecret,
} from '../../../src/cabinet/domain/staff/totp.ts';

const SECRET = Buffer.from('12345678901234567890');

describe('a one-time code', () => {
  // RFC 6238, appendix B: the last six of its eight digits.
  test.each([
    ['1970-01-01T00:00:59Z', '287082'],
    ['2005-03-18T01:58:29Z', '081804'],
    ['2005-03-18T01:58:31Z', '050471'],
    ['2009-02-13T23:31:30Z', '005924'],
    ['2033-05-18T03:33:20Z', '279037'],
    ['2603-10-11T11:33:20Z', '353130'],
  ])('at %s is the one of RFC 6238', (at, code) => {
    const now = new Date(at);
    expect(codeOfStep(SECRET, stepAt(now))).toBe(code);
    expect(stepOfCode(SECRET, { code, now, lastStep: 0n })).toBe(stepAt(now));
  });

  test.each([-2, -1, 0, 1, 2])('of a clock that is %i steps away is told apart', (steps) => {
    for (const second of [0, 15_000, 29_999]) {
      const now = new Date(beginningOfStep(40_000_000n).getTime() + second);
      const step = 40_000_000n + BigInt(steps);
      const found = stepOfCode(SECRET, { code: codeOfStep(SECRET, step), now, lastStep: 0n });
      expect(found).toBe(Math.abs(steps) < 2 ? step : null);
    }
  });

  it('is no good when it, or a newer one, was used', () => {
    const now = new Date('2026-11-22T10:00:00Z');
    const step = stepAt(now);
    const code = codeOfStep(SECRET, step);
    expect(stepOfCode(SECRET, { code, now, lastStep: step })).toBeNull();
    expect(stepOfCode(SECRET, { code, now, lastStep: step + 1n })).toBeNull();
    expect(stepOfCode(SECRET, { code, now, lastStep: step - 1n })).toBe(step);
  });
});

describe('the secret of an enrolment', () => {
  it('follows from the token: 160 bits, the same each time', () => {
    const secret = secretOfEnrolment('lisa_stf_one');
    expect(secret).toHaveLength(20);
    expect(secretOfEnrolment('lisa_stf_one')).toEqual(secret);
    expect(secretOfEnrolment('lisa_stf_two')).not.toEqual(secret);
  });

  it('is written as authenticators read it', () => {
    expect(writeSecret(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(Buffer.from(readSecret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'))).toEqual(SECRET);
  });
});
