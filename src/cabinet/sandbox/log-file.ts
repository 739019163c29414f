import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const LARGEST_BYTES = 1 << 20;

/** A log of bounded size: the file and the one before it (`.1`). */
export function openLogFile(path: string): { write(line: string): void } {
  let file = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;
  return {
    write(line) {
      if (size > LARGEST_BYTES) {
        closeSync(file);
        renameSync(path, `${path}.1`);
        file = openSync(path, 'a', 0o600);
        size = 0;
      }
      size += writeSync(file, line);
    },
  };
}
