import { constants } from 'node:fs';
import { type FileHandle, link, lstat, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HOUR_MS } from '../../shared/period.ts';
import type { Host } from '../host.ts';

/** A file that appears whole under its name, or not at all. */
export interface WholeFile {
  write(data: string | Uint8Array): Promise<void>;
  /** Makes the content durable, then gives it its name. Without `replace` an existing file wins: `FileExists`. */
  publish(): Promise<void>;
  /** Removes what was written; does nothing after `publish`. */
  discard(): Promise<void>;
}

/** The name is taken and may not be replaced. */
export class FileExists extends Error {
  override name = 'FileExists';
}

/** The name belongs to a directory, a link, a device: nothing that a file may take the place of. */
export class NotAFile extends Error {
  override name = 'NotAFile';
}

/**
 * Looks whether a file may be written at `path`, before any work is done for it. Links are not followed.
 * @throws FileExists, NotAFile, and the system's error when the directory cannot be reached
 */
export async function checkTarget(path: string, replace: boolean): Promise<void> {
  await stat(dirname(path));
  const existing = await lstat(path).catch(absent);
  if (existing === undefined) return;
  if (!existing.isFile()) throw new NotAFile(path);
  if (!replace) throw new FileExists(path);
}

/**
 * Opens a temporary file beside `path`, readable by its owner only, after removing those of runs that were killed.
 * @throws the system's errors, as `publish` and `write` do
 */
export async function openWholeFile(
  path: string,
  replace: boolean,
  host: Pick<Host, 'pid' | 'isAlive' | 'random' | 'clock'>,
): Promise<WholeFile> {
  await removeStale(path, host);
  const suffix = Buffer.from(host.random.bytes(6)).toString('hex');
  const temporary = join(dirname(path), `${prefixOf(path)}${host.pid}-${suffix}.part`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(temporary, flags, 0o600);
  let done = false;
  return {
    write: (data) => handle.writeFile(data),
    async publish() {
      await handle.sync();
      await handle.close();
      if (replace) await rename(temporary, path);
      else await claim(temporary, path);
      done = true;
      await syncDirectory(dirname(path));
    },
    async discard() {
      if (done) return;
      await closeQuietly(handle);
      await unlink(temporary).catch(absent);
    },
  };
}

/** `link` fails where `rename` would replace: a file made meanwhile is never overwritten. */
async function claim(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new FileExists(path);
    if (!WITHOUT_LINKS.has(codeOf(error))) throw error;
    await claimWithoutLinks(temporary, path);
    return;
  }
  await unlink(temporary);
}

/** FAT and some network disks know no hard links: an empty file reserves the name first. */
const WITHOUT_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

async function claimWithoutLinks(temporary: string, path: string): Promise<void> {
  const reserved = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw codeOf(error) === 'EEXIST' ? new FileExists(path) : error;
  });
  await reserved.close();
  await rename(temporary, path);
}

function prefixOf(path: string): string {
  return `.${basename(path)}.`;
}

/** A live export writes at least every half a minute or gives up. */
const ABANDONED_AFTER_MS = HOUR_MS;

/** Removes temporary files of the same name whose process has ended, or that nobody has touched for an hour. */
async function removeStale(path: string, host: Pick<Host, 'isAlive' | 'clock'>): Promise<void> {
  const directory = dirname(path);
  const prefix = prefixOf(path);
  for (const name of await readdir(directory)) {
    const owner = name.startsWith(prefix)
      ? /^(\d+)-[0-9a-f]{12}\.part$/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (owner === undefined) continue;
    const stale = join(directory, name);
    const facts = await lstat(stale).catch(absent);
    if (!facts?.isFile()) continue;
    const untouchedMs = host.clock.now().getTime() - facts.mtimeMs;
    if (!host.isAlive(Number(owner)) || untouchedMs > ABANDONED_AFTER_MS) await unlink(stale).catch(absent);
  }
}

/** A new name is durable once its directory is; some systems cannot sync one, and then the name is all there is. */
async function syncDirectory(directory: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(directory, 'r');
    await handle.sync();
  } catch (error) {
    if (!WITHOUT_DIRECTORY_SYNC.has(codeOf(error))) throw error;
  } finally {
    await handle?.close();
  }
}

const WITHOUT_DIRECTORY_SYNC: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'EACCES',
  'EISDIR',
  'EINVAL',
  'ENOTSUP',
]);

async function closeQuietly(handle: FileHandle): Promise<void> {
  await handle.close().catch(() => {});
}

function absent(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
