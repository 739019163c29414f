import { describe, expect, it } from 'vitest';
import { lineState } from '../../../../src/cabinet/domain/lines/rules.ts';
import { normaliseCodeword, simOf } from '../../../../src/cabinet/domain/sim/rules.ts';
import { defaultSettings } from '../../../../src/cabinet/settings.ts';
import { plus } from '../../../../src/shared/period.ts';

const now = new Date('2026-03-05T09:00:00Z');
const blocked = {
  state: 'blocked',
  block_reason: 'lost',
  blocked_at: now,
  blocked_until: plus(now, defaultSettings.simBlockMs),
  codeword_failures: 2,
} as const;

describe('a blocked SIM (R9)', () => {
  it('shows how long and how many attempts remain', () => {
    expect(simOf(blocked, now, defaultSettings)).toEqual({
      state: 'blocked',
      reason: 'lost',
      blockedAt: now,
      blockedUntil: new Date('2026-04-04T09:00:00Z'),
      attemptsLeft: 3,
    });
  });

  it('counts as disconnected from the very end of its 30 days on', () => {
    expect(lineState(blocked, plus(blocked.blocked_until, -1))).toBe('blocked');
    expect(lineState(blocked, blocked.blocked_until)).toBe('disconnected');
    expect(simOf(blocked, blocked.blocked_until, defaultSettings)).toEqual({
      state: 'disconnected',
      reason: null,
      blockedAt: null,
      blockedUntil: null,
      attemptsLeft: null,
    });
  });
});

describe('a codeword', () => {
  it.each(['Рябина', '  рябина ', 'РЯБИНА', 'рябина'.normalize('NFD')])(
    '%j is the word «рябина»',
    (typed) => {
      expect(normaliseCodeword(typed)).toBe('рябина');
    },
  );

  it('keeps its inner spaces and its other letters', () => {
    expect(normaliseCodeword('белая рябина')).not.toBe(normaliseCodeword('белаярябина'));
    expect(normaliseCodeword('елка')).not.toBe(normaliseCodeword('ёлка'));
  });
});
