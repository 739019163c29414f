import type { MessageKey } from '../../messages/index.ts';
import type { Kopecks } from '../../shared/money.ts';
import { fromWire, type WireMoney } from '../../shared/money.ts';
import type { Cell } from './result.ts';

/** Makers of cells, so that a command reads like the table it shows. */
export const cell = {
  text: (text: string | null): Cell => (text === null ? { kind: 'none' } : { kind: 'text', text }),
  word: (code: string, label: MessageKey): Cell => ({ kind: 'word', code, label }),
  money: (money: WireMoney): Cell => ({ kind: 'money', kopecks: fromWire(money) }),
  kopecks: (kopecks: Kopecks): Cell => ({ kind: 'money', kopecks }),
  instant: (at: string | null): Cell => (at === null ? { kind: 'none' } : { kind: 'instant', at }),
  msisdn: (msisdn: string): Cell => ({ kind: 'msisdn', msisdn }),
  volume: (amount: number, unit: 'second' | 'message' | 'byte' | 'item'): Cell => ({
    kind: 'volume',
    amount,
    unit,
  }),
  number: (value: number): Cell => ({ kind: 'number', value }),
  none: { kind: 'none' } as Cell,
};
