import { describe, expect, it } from 'vitest';
import { daysOf, readPeriod } from '../../../../src/cli/commands/detail/period.ts';
import { UsageError } from '../../../../src/cli/errors.ts';

const ZONE = 'Asia/Yekaterinburg';

describe('a typed period', () => {
  it('takes whole days of the line’s calendar, the last one included', () => {
    expect(readPeriod({ from: '2026-10-01', to: '2026-10-31' }, ZONE)).toEqual({
      from: new Date('2026-09-30T19:00:00Z'),
      to: new Date('2026-10-31T19:00:00Z'),
    });
  });

  it('takes one day when both ends are the same', () => {
    expect(readPeriod({ from: '2026-12-31', to: '2026-12-31' }, ZONE)).toEqual({
      from: new Date('2026-12-30T19:00:00Z'),
      to: new Date('2026-12-31T19:00:00Z'),
    });
  });

  it('takes instants as they are, the last one excluded', () => {
    const typed = { from: '2026-10-01T09:00+03:00', to: '2026-10-01T10:00:00Z' };
    expect(readPeriod(typed, ZONE)).toEqual({
      from: new Date('2026-10-01T06:00:00Z'),
      to: new Date('2026-10-01T10:00:00Z'),
    });
  });

  it('leaves open what was not typed', () => {
    expect(readPeriod({ from: undefined, to: undefined }, ZONE)).toEqual({});
    expect(readPeriod({ from: '2026-10-01', to: undefined }, ZONE)).toEqual({
      from: new Date('2026-09-30T19:00:00Z'),
    });
  });

  it('is refused when it ends before it begins', () => {
    expect(() => readPeriod({ from: '2026-10-02', to: '2026-10-01' }, ZONE)).toThrow(UsageError);
    expect(() => readPeriod({ from: '2026-10-02T00:00Z', to: '2026-10-02T00:00Z' }, ZONE)).toThrow(
      UsageError,
    );
  });

  it('gives a file the days that a person would say', () => {
    const period = { from: new Date('2026-09-30T19:00:00Z'), to: new Date('2026-10-31T19:00:00Z') };
    expect(daysOf({ msisdn: '9001234567', timeZone: ZONE, period })).toEqual({
      first: '2026-10-01',
      last: '2026-10-31',
    });
  });
});
