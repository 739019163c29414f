import { describe, expect, test } from 'vitest';
import { promiseNotBefore, refusePromise } from '../../../../src/cabinet/domain/promises/rules.ts';
import { defaultSettings } from '../../../../src/cabinet/settings.ts';
import { plus } from '../../../../src/shared/period.ts';

const ZONE = 'Asia/Yekaterinburg';
const NOW = new Date('2026-03-05T09:00:00Z');

describe('R12: a promised payment', () => {
  test('is of 50, 100 or 300 roubles for 7, 12 or 30', () => {
    expect(defaultSettings.promises).toEqual([
      { amount: 50_00n, fee: 7_00n },
      { amount: 100_00n, fee: 12_00n },
      { amount: 300_00n, fee: 30_00n },
    ]);
  });

  test('is given from the midnight on that is three months after the contract', () => {
    const midnight = new Date('2026-02-28T00:00:00+05:00');
    const notBefore = (now: Date) => promiseNotBefore('2025-11-30', now, ZONE, defaultSettings);
    expect(notBefore(plus(midnight, -1))).toEqual(midnight);
    expect(notBefore(midnight)).toBeNull();
  });

  test('is refused for the line, the amount, the tenure and an open one, in this order', () => {
    const line = { state: 'blocked', blocked_until: plus(NOW, 1) } as const;
    const active = { state: 'active', blocked_until: null } as const;
    const option = defaultSettings.promises[0];
    const open = { due_at: plus(NOW, 5) };
    const notBefore = plus(NOW, 7);
    const kind = (facts: Parameters<typeof refusePromise>[0]) => refusePromise(facts, NOW)?.refusal;
    expect(kind({ line, option: undefined, notBefore, open })).toEqual({ kind: 'line_blocked' });
    expect(kind({ line: active, option: undefined, notBefore, open })).toEqual({
      kind: 'promise_amount_unknown',
    });
    expect(kind({ line: active, option, notBefore, open })).toEqual({
      kind: 'promise_tenure_too_short',
      notBefore,
    });
    expect(kind({ line: active, option, notBefore: null, open })).toEqual({
      kind: 'promise_already_open',
      dueAt: open.due_at,
    });
    expect(kind({ line: active, option, notBefore: null, open: undefined })).toBeUndefined();
  });
});
