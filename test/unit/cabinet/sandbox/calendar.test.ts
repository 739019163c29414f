import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Calendar, openCalendar } from '../../../../src/cabinet/sandbox/calendar.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../../src/shared/period.ts';
import { type MovableClock, movableClock } from '../../../support/clock.ts';

let folder: string;
let real: MovableClock;
let calendar: Calendar;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lisa-calendar-'));
  real = movableClock();
  calendar = await openCalendar(folder, real);
});
afterEach(() => rm(folder, { recursive: true }));

const now = () => calendar.clock.now().getTime();

it('goes with the real time', () => {
  const begun = now();
  real.advance(5 * SECOND_MS);
  expect(now() - begun).toBe(5 * SECOND_MS);
});

it('counts a move from the last action, and stands still until the next one', async () => {
  calendar.act();
  const action = now();
  real.advance(20 * SECOND_MS);
  await calendar.advance(899);
  real.advance(40 * SECOND_MS);
  calendar.act();
  expect(now() - action).toBe(899 * SECOND_MS);
  real.advance(SECOND_MS);
  expect(now() - action).toBe(900 * SECOND_MS);
});

it('counts a move from now when the last action was long ago', async () => {
  calendar.act();
  const action = now();
  real.advance(10 * MINUTE_MS);
  await calendar.advance(30);
  expect(now() - action).toBe(10 * MINUTE_MS + 30 * SECOND_MS);
});

it('never goes back, however short the move', async () => {
  calendar.act();
  real.advance(50 * SECOND_MS);
  const before = now();
  await calendar.advance(1);
  expect(now()).toBeGreaterThanOrEqual(before);
  await calendar.advance(1);
  expect(now()).toBe(before + SECOND_MS);
});

it('adds up moves, keeps them for the next opening, and returns to the real time', async () => {
  await calendar.advance(86_400);
  await calendar.advance(86_400);
  expect(calendar.offset()).toBe(172_800);
  const again = await openCalendar(folder, real);
  expect(again.clock.now().getTime() - real.now().getTime()).toBe(2 * DAY_MS);
  await calendar.reset();
  expect(now()).toBe(real.now().getTime());
});
