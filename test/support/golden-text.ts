import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/** Where golden texts are, from the root of the project. */
export const GOLDEN_TEXTS = join(import.meta.dirname, '../golden');

/** Holds `text` against `test/golden/<name>`, byte by byte. `UPDATE_GOLDEN=1` writes the file instead. */
export function expectGoldenText(name: string, text: string): void {
  const file = join(GOLDEN_TEXTS, name);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  if (!existsSync(file)) throw new Error(`${file} is missing; UPDATE_GOLDEN=1 writes it`);
  expect(text, file).toBe(readFileSync(file, 'utf8'));
}
