import { link, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson } from './files.ts';
import { identifyProcess } from './process-identity.ts';

/** A process as the lock names it. */
export interface Holder {
  pid: number;
  /** `identifyProcess` of it: a number that was given to another process later is not the holder. */
  identity: string;
}

const NAME = /^lock\.(\d+)$/;

/**
 * Takes the lock of a folder for `self`; answers who holds it afterwards.
 *
 * Locks are files with growing numbers, and the highest number holds. A lock is never given back and never taken away: it
 * ends with its process. Whoever finds the highest one dead makes the next number, which only one of many can (link(2)
 * refuses an existing name), and looks once more whether a higher one has come meanwhile. Only lower numbers are deleted, so
 * the highest is always there to be seen.
 */
export async function acquireLock(dataDir: string, self: Holder): Promise<Holder> {
  while (true) {
    const number = await highest(dataDir);
    const holder = await living(dataDir, number);
    if (holder) return holder;
    if (!(await create(dataDir, number + 1, self))) continue;
    if ((await highest(dataDir)) > number + 1) {
      await rm(lockPath(dataDir, number + 1), { force: true });
      continue;
    }
    await removeBelow(dataDir, number + 1);
    return self;
  }
}

/** The live process that holds the lock of a folder; undefined when nobody does. */
export async function readHolder(dataDir: string): Promise<Holder | undefined> {
  return living(dataDir, await highest(dataDir));
}

async function living(dataDir: string, number: number): Promise<Holder | undefined> {
  if (number === 0) return undefined;
  const holder = await readJson<Holder>(lockPath(dataDir, number));
  if (!holder) return undefined;
  return (await identifyProcess(holder.pid)) === holder.identity ? holder : undefined;
}

async function create(dataDir: string, number: number, self: Holder): Promise<boolean> {
  const draft = join(dataDir, `lock-draft.${self.pid}`);
  await writeFile(draft, JSON.stringify(self), { mode: 0o600 });
  try {
    await link(draft, lockPath(dataDir, number));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function highest(dataDir: string): Promise<number> {
  return Math.max(0, ...(await lockNumbers(dataDir)));
}

async function removeBelow(dataDir: string, number: number): Promise<void> {
  const lower = (await lockNumbers(dataDir)).filter((each) => each < number);
  await Promise.all(lower.map((each) => rm(lockPath(dataDir, each), { force: true })));
}

async function lockNumbers(dataDir: string): Promise<number[]> {
  const names = await readdir(dataDir);
  return names.flatMap((name) => {
    const match = NAME.exec(name);
    return match ? [Number(match[1])] : [];
  });
}

function lockPath(dataDir: string, number: number): string {
  return join(dataDir, `lock.${number}`);
}
