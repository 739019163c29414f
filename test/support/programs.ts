import { spawnSync } from 'node:child_process';

/** Whether every one of these system programs is here; what is missing is printed, and is a failure under CI. */
export function havePrograms(...names: string[]): boolean {
  const missing = names.filter((name) => spawnSync('which', [name]).status !== 0);
  if (missing.length === 0) return true;
  const reason = `needs ${missing.join(', ')}`;
  if (process.env['CI'] === 'true') throw new Error(`${reason}; under CI=true nothing is skipped`);
  process.stderr.write(`skipped: ${reason}\n`);
  return false;
}
