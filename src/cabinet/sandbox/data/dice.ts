import type { Random } from '../../../shared/clock.ts';

/** Chance that is the same on every machine: integers only, from a word. */
export interface Dice extends Random {
  /** A whole number of `[min, max]`. */
  int(min: number, max: number): number;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** True in `percent` cases of a hundred. */
  chance(percent: number): boolean;
}

export function dice(seed: string): Dice {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const int = (min: number, max: number) => min + (next() % (max - min + 1));
  return {
    int,
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    chance: (percent) => int(1, 100) <= percent,
    bytes: (size) => Uint8Array.from({ length: size }, () => next() & 0xff),
  };
}
