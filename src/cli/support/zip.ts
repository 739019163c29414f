import { strToU8, zipSync } from 'fflate';
import type { BundledFile } from './files.ts';

/** The bytes of a zip file with these files. */
export function zip(files: readonly BundledFile[], now: Date): Uint8Array {
  const contents = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
  return zipSync(contents, { mtime: now, level: 9 });
}
