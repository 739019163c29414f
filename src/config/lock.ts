import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from './errors.ts';

/** What a lock needs to know of the processes of this machine. */
export interface Processes {
  /** Our own. */
  pid: number;
  isAlive(pid: number): boolean;
}

const PATIENCE_MS = 5_000;
const PAUSE_MS = 15;

/**
 * Runs `work` while no other run of ours does the same for `file`. The lock is a file beside it that names its owner;
 * it is taken over only from a process that is gone.
 * @throws ConfigError `busy` after 5 s, `unwritable` when the directory cannot be written
 */
export async function withLock<T>(file: string, processes: Processes, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  for (let waited = 0; !(await take(lock, processes)); waited += PAUSE_MS) {
    if (waited >= PATIENCE_MS) throw new ConfigError('busy', { file });
    await sleep(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

let attempts = 0;

async function take(lock: string, processes: Processes): Promise<boolean> {
  if (await claim(lock, processes)) return true;
  if (await isAbandoned(lock, processes)) await breakOpen(lock, processes);
  return false;
}

/** Writes the lock with its owner in it, in one step: nobody sees a lock without an owner. False when there is one. */
async function claim(lock: string, processes: Processes): Promise<boolean> {
  const mine = `${lock}.${processes.pid}-${attempts++}`;
  try {
    await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
    await writeFile(mine, `${processes.pid}\n`, { flag: 'wx', mode: 0o600 });
    await link(mine, lock);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new ConfigError('unwritable', { file: lock, reason: code ?? '?' }, error);
  } finally {
    await rm(mine, { force: true }).catch(() => {});
  }
  return false;
}

async function isAbandoned(lock: string, processes: Processes): Promise<boolean> {
  const owner = Number.parseInt(await readFile(lock, 'utf8').catch(() => ''), 10);
  return Number.isInteger(owner) && owner !== processes.pid && !processes.isAlive(owner);
}

/**
 * Removes a lock whose owner is gone. One run at a time, under a lock of its own: of two that saw the dead owner the
 * second would remove the lock that the first has taken since.
 */
async function breakOpen(lock: string, processes: Processes): Promise<void> {
  const turn = `${lock}.old`;
  if (!(await take(turn, processes))) return;
  try {
    if (await isAbandoned(lock, processes)) await rm(lock, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
}
