import { createHash } from 'node:crypto';
import type { Random } from '../../src/shared/clock.ts';

/** Bytes that are the same in every run: a SHA-256 chain over `seed`. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  return {
    bytes(size) {
      const bytes = new Uint8Array(size);
      for (let offset = 0; offset < size; offset += 32) {
        const block = createHash('sha256').update(`${seed}:${counter++}`).digest();
        bytes.set(block.subarray(0, Math.min(32, size - offset)), offset);
      }
      return bytes;
    },
  };
}
