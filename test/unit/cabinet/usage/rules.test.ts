import { expect, it } from 'vitest';
import { resolvePeriod } from '../../../../src/cabinet/domain/usage/rules.ts';
import { defaultSettings } from '../../../../src/cabinet/settings.ts';

const NOW = new Date('2026-03-31T20:30:00Z');
const EAST = 'Asia/Yekaterinburg';

function period(from?: string, to?: string) {
  const asked = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
  return resolvePeriod(asked, NOW, EAST, defaultSettings);
}

it('without a period the last 30 days are meant, this very moment included (R6)', () => {
  expect(period()).toEqual({
    ok: true,
    value: { from: new Date('2026-03-01T20:30:00Z'), to: new Date('2026-03-31T20:30:00.001Z') },
  });
});

it('without a beginning it is 30 days before the end', () => {
  const value = { from: new Date('2026-01-02T00:00:00Z'), to: new Date('2026-02-01T00:00:00Z') };
  expect(period(undefined, '2026-02-01T00:00:00Z')).toEqual({ ok: true, value });
});

it('an end in the future stands for now, so that later rows do not move a running export', () => {
  const value = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-31T20:30:00.001Z') };
  expect(period('2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z')).toEqual({ ok: true, value });
});

it('the earliest day is that of 36 months ago in the calendar of the line, whole (R6)', () => {
  // In Yekaterinburg it is 1 April already, so detail is kept from 1 April 2023 on.
  const earliest = new Date('2023-03-31T19:00:00Z');
  expect(period(earliest.toISOString()).ok).toBe(true);
  expect(period('2023-03-31T18:59:59.999Z')).toEqual({
    ok: false,
    refusal: { kind: 'period_out_of_range', earliest },
  });
});
