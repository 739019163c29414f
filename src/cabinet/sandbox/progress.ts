import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { readJson, sandboxFiles } from './files.ts';

export type Step = 'opening' | 'migrating' | 'seeding' | 'listening';

/** What a starting sandbox is busy with; `fraction` is of the step, from 0 to 1. */
export interface Progress {
  step: Step;
  fraction: number;
}

/** Leaves word for those who wait. */
export function writeProgress(dataDir: string, progress: Progress): void {
  const { progress: path } = sandboxFiles(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify(progress), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function readProgress(dataDir: string): Promise<Progress | undefined> {
  return readJson<Progress>(sandboxFiles(dataDir).progress);
}

export function forgetProgress(dataDir: string): void {
  rmSync(sandboxFiles(dataDir).progress, { force: true });
}
