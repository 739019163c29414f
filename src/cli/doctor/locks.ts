import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

/** A run holds a lock for milliseconds. */
const LONG_MS = 60_000;

/** Locks of our files that a run left behind. */
export async function checkLocks(context: Context): Promise<Finding[]> {
  const { configDir, dataDir } = await context.config();
  const folders = new Set([configDir, dataDir, join(dataDir, 'credentials')]);
  const found = await Promise.all([...folders].map((folder) => locksIn(context, folder)));
  const findings = found.flat();
  return findings.length === 0 ? [fine('locks', 'doctor.locks')] : findings;
}

async function locksIn(context: Context, folder: string): Promise<Finding[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const locks = names.filter((name) => name.endsWith('.lock')).sort();
  const findings = await Promise.all(locks.map((name) => checkLock(context, join(folder, name))));
  return findings.flatMap((finding) => finding ?? []);
}

/** The next run takes a lock over whose owner has ended; for all others it waits and then gives up. */
async function checkLock({ host }: Context, file: string): Promise<Finding | undefined> {
  const owner = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  const made = await stat(file).catch(() => undefined);
  if (made === undefined) return undefined;
  if (!Number.isInteger(owner)) return problem('locks', 'doctor.lock-garbled', 'doctor.lock-fix', { file });
  if (!host.isAlive(owner))
    return warning('locks', 'doctor.lock-stale', 'doctor.lock-stale-fix', { file, pid: owner });
  const heldMs = host.clock.now().getTime() - made.mtimeMs;
  return heldMs < LONG_MS
    ? undefined
    : problem('locks', 'doctor.lock-held', 'doctor.lock-held-fix', { file, pid: owner });
}
