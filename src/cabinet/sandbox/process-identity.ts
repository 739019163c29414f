import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { isMissing } from './files.ts';

const run = promisify(execFile);

/**
 * What tells a process from every other one that has had or will have its number: when it was started, and in which boot of
 * the machine. Null when there is no such process.
 */
export async function identifyProcess(pid: number): Promise<string | null> {
  const boot = await readOrNull('/proc/sys/kernel/random/boot_id');
  if (boot === null) return askSystem(pid);
  const stat = await readOrNull(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets, which may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, startedTicks] = [fields[0], fields[19]];
  if (startedTicks === undefined || state === 'Z' || state === 'X') return null;
  return `${boot.trim()}:${startedTicks}`;
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const gone = isMissing(error) || (error instanceof Error && 'code' in error && error.code === 'ESRCH');
    if (gone) return null;
    throw error;
  }
}

/** macOS, the BSDs and Windows: the moment of the start as the system's own program tells it. */
async function askSystem(pid: number): Promise<string | null> {
  const [program, ...args] =
    platform() === 'win32'
      ? ['powershell', '-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]
      : ['ps', '-o', 'lstart=', '-p', String(pid)];
  try {
    const { stdout } = await run(program, args);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
