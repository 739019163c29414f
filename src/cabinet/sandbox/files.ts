import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** What a sandbox keeps in its folder. */
export function sandboxFiles(dataDir: string) {
  return {
    database: join(dataDir, 'db'),
    /** The database while it is made: renamed when it is whole. */
    unfinishedDatabase: join(dataDir, 'db.unfinished'),
    state: join(dataDir, 'sandbox.json'),
    progress: join(dataDir, 'progress.json'),
    clock: join(dataDir, 'clock.json'),
    port: join(dataDir, 'port.json'),
    log: join(dataDir, 'sandbox.log'),
    /** The messages on the phones of its subscribers. */
    phones: join(dataDir, 'phones.json'),
    /** What the authenticators of its staff have scanned. */
    authenticators: join(dataDir, 'authenticators.json'),
    /** Key and port of the acquirer, the journal of its orders, and its log. */
    acquirer: join(dataDir, 'acquirer.json'),
    orders: join(dataDir, 'orders.jsonl'),
    acquirerLog: join(dataDir, 'acquirer.log'),
  };
}

/** Writes a file of its owner alone (0600): a reader sees the old content or the new one, also after a crash. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(value)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/** The content of a JSON file; undefined when it is missing or was never finished. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
