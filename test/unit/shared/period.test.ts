import { describe, expect, it } from 'vitest';
import {
  addMonths,
  formatInstant,
  localDate,
  offsetMinutes,
  startOfDay,
} from '../../../src/shared/period.ts';

const at = (text: string) => new Date(text);

describe('the calendar of a region', () => {
  it.each([
    ['2026-03-05T09:00:00Z', 'Asia/Yekaterinburg', '2026-03-05T14:00:00+05:00'],
    ['2026-12-31T20:00:00.999Z', 'Asia/Omsk', '2027-01-01T02:00:00+06:00'],
    ['2026-07-01T00:00:00Z', 'America/St_Johns', '2026-06-30T21:30:00-02:30'],
    ['2026-03-05T09:00:00Z', 'UTC', '2026-03-05T09:00:00+00:00'],
  ])('writes %s in %s as %s', (instant, zone, text) => {
    expect(formatInstant(at(instant), zone)).toBe(text);
  });

  it('knows to the second when clocks are changed, asked in any order', () => {
    const [before, after] = [at('2026-03-29T00:59:59Z'), at('2026-03-29T01:00:00Z')];
    for (let again = 0; again < 2; again += 1) {
      expect(offsetMinutes(after, 'Europe/Berlin')).toBe(120);
      expect(offsetMinutes(before, 'Europe/Berlin')).toBe(60);
    }
    expect(offsetMinutes(at('2014-10-25T19:59:59Z'), 'Asia/Yekaterinburg')).toBe(360);
    expect(offsetMinutes(at('2014-10-25T20:00:00Z'), 'Asia/Yekaterinburg')).toBe(300);
  });

  it('begins a day at its midnight, also where that day has 23 or 25 hours', () => {
    const day = (month: number, date: number) =>
      startOfDay({ year: 2026, month, day: date }, 'Europe/Berlin');
    expect(Number(day(3, 30)) - Number(day(3, 29))).toBe(23 * 3_600_000);
    expect(Number(day(10, 26)) - Number(day(10, 25))).toBe(25 * 3_600_000);
    expect(startOfDay({ year: 2026, month: 1, day: 1 }, 'Asia/Yekaterinburg')).toEqual(
      at('2025-12-31T19:00:00Z'),
    );
  });

  it('tells the local date and the time since midnight', () => {
    expect(localDate(at('2025-12-31T19:00:00.250Z'), 'Asia/Yekaterinburg')).toEqual({
      year: 2026,
      month: 1,
      day: 1,
      timeMs: 250,
    });
  });

  it.each([
    [{ year: 2026, month: 3, day: 31 }, -1, { year: 2026, month: 2, day: 28 }],
    [{ year: 2024, month: 1, day: 31 }, 1, { year: 2024, month: 2, day: 29 }],
    [{ year: 2026, month: 1, day: 15 }, -36, { year: 2023, month: 1, day: 15 }],
    [{ year: 2026, month: 12, day: 31 }, 2, { year: 2027, month: 2, day: 28 }],
  ])('%o and %d months are %o', (day, months, result) => {
    expect(addMonths(day, months)).toEqual(result);
  });
});
