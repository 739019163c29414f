import { spawnSync } from 'node:child_process';

/** Whether every one of these system programs is here; what is missing is printed, and is a failure under CI. */
export function havePrograms(...names: string[]): boolean {
  return noneMissing(names.filter((name) => spawnSync('which', [name]).status !== 0));
}

/** The same for modules of Perl. */
export function havePerlModules(...names: string[]): boolean {
  return noneMissing(names.filter((name) => spawnSync('perl', [`-M${name}`, '-e', '1']).status !== 0));
}

function noneMissing(missing: readonly string[]): boolean {
  if (missing.length === 0) return true;
  const reason = `needs ${missing.join(', ')}`;
  if (process.env['CI'] === 'true') throw new Error(`${reason}; under CI=true nothing is skipped`);
  process.stderr.write(`skipped: ${reason}\n`);
  return false;
}
