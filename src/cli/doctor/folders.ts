import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, rm, rmdir, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

const MEBIBYTE = 1024 * 1024;
/** A sandbox takes about this much. */
const LITTLE_BYTES = 100 * MEBIBYTE;
const NOTHING_BYTES = MEBIBYTE;

/** Writes a file into both folders and removes it again; permissions alone say little of read-only disks and quotas. */
export async function checkFolders(context: Context): Promise<Finding[]> {
  const { configDir, dataDir } = await context.config();
  const folders = [...new Set([configDir, dataDir])];
  const findings = await Promise.all(folders.map(checkFolder));
  const bad = findings.filter(({ level }) => level !== 'ok');
  const folder = folders.join(', ');
  return bad.length === 0 ? [fine('folders', 'doctor.folders', { folder })] : bad;
}

async function checkFolder(folder: string): Promise<Finding> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const space = await checkSpace(folder);
      await probe(folder);
      return space ?? fine('folders', 'doctor.folders', { folder });
    } finally {
      if (made !== undefined) await removeEmpty(folder, made);
    }
  } catch (error) {
    const reason = reasonOf(error);
    return problem('folders', 'doctor.folder-closed', 'doctor.folder-fix', { folder, reason });
  }
}

async function probe(folder: string): Promise<void> {
  const mine = await mkdtemp(join(folder, '.doctor-'));
  try {
    await writeFile(join(mine, 'probe'), 'x', { flag: 'wx', mode: 0o600 });
  } finally {
    await rm(mine, { recursive: true, force: true });
  }
}

/** Some disks do not tell their size. */
async function checkSpace(folder: string): Promise<Finding | undefined> {
  const { blocks, bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (blocks === 0 || free >= LITTLE_BYTES) return undefined;
  const params = { folder, free: Math.floor(free / MEBIBYTE) };
  const tell = free < NOTHING_BYTES ? problem : warning;
  return tell('folders', 'doctor.disk-full', 'doctor.disk-fix', params);
}

/** Folders that were not there before, from the inside out; one that somebody uses meanwhile stays. */
async function removeEmpty(folder: string, outermost: string): Promise<void> {
  for (let path = folder; path.length >= outermost.length; path = dirname(path)) {
    if (
      !(await rmdir(path).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}

/** `NODE_EXTRA_CA_CERTS`, of which Node says only in passing that it cannot be read. */
export async function checkExtraCertificates({ host }: Context): Promise<Finding[]> {
  const file = host.env['NODE_EXTRA_CA_CERTS'];
  if (!file) return [];
  const reason = await access(file, constants.R_OK).then(() => undefined, reasonOf);
  return reason === undefined
    ? []
    : [problem('certificate', 'doctor.extra-ca', 'doctor.extra-ca-fix', { file, reason })];
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
