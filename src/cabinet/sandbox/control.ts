import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { demo } from './credentials.ts';
import { isMissing, sandboxFiles } from './files.ts';
import { readHolder } from './lock.ts';
import { type Progress, readProgress } from './progress.ts';
import { type RunningSandbox, readStatus } from './state.ts';

/** The world of whoever controls sandboxes. */
export interface ControlHost {
  /** Node, and the server's file for it: `dist/sandbox.js`. */
  execPath: string;
  serverFile: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Sends a signal; throws when there is no such process. */
  signal(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void;
}

export interface StartOptions {
  dataDir: string;
  onProgress?: (progress: Progress) => void;
  /** Ends the waiting; what has been started goes on. */
  signal?: AbortSignal;
}

export type StartResult =
  | { ok: true; sandbox: RunningSandbox; alreadyRunning: boolean }
  | { ok: false; reason: 'exited' | 'timeout'; logFile: string; logTail: string[] };

const POLL_MS = 50;
/** A start that shows no progress for this long has failed. */
const PATIENCE_POLLS = 60_000 / POLL_MS;
/** A sandbox that does not stop within this time is killed: PGlite loses nothing by it. */
const STOP_POLLS = 10_000 / POLL_MS;
const LOG_TAIL_LINES = 20;
const LOCKED = 75;

/** Starts, finds and stops the sandbox of a folder. At most one runs in a folder, however many are started at once. */
export function sandboxControl(host: ControlHost) {
  const start = (options: StartOptions) => startSandbox(host, options, []);
  const stop = (dataDir: string) => stopSandbox(host, dataDir);
  return {
    demo,
    start,
    stop,
    status: readStatus,
    reset: async (options: StartOptions) => {
      await stop(options.dataDir);
      return startSandbox(host, options, ['--fresh']);
    },
  };
}

async function startSandbox(
  host: ControlHost,
  { dataDir, onProgress, signal }: StartOptions,
  flags: readonly string[],
): Promise<StartResult> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const found = await readStatus(dataDir);
  if (found.state === 'running') return { ok: true, sandbox: found, alreadyRunning: true };
  let child = found.state === 'starting' ? undefined : spawnServer(host, dataDir, flags);
  let last = '';
  for (let idle = 0; idle < PATIENCE_POLLS; idle += 1) {
    const status = await readStatus(dataDir);
    if (status.state === 'running') {
      return { ok: true, sandbox: status, alreadyRunning: child?.pid !== status.pid };
    }
    // Somebody else won the race, or was starting already: wait for them, and step in should they end.
    if (status.state === 'stopped' && (!child || child.exit() === LOCKED))
      child = spawnServer(host, dataDir, flags);
    const exit = child?.exit();
    if (exit !== undefined && exit !== LOCKED) return failure(dataDir, 'exited');
    const progress = await readProgress(dataDir);
    const told = JSON.stringify(progress);
    if (progress && told !== last) {
      onProgress?.(progress);
      last = told;
      idle = 0;
    }
    await sleep(POLL_MS, undefined, signal && { signal });
  }
  return failure(dataDir, 'timeout');
}

/** Starts the server apart from this process and its terminal; what it writes goes to its log. */
function spawnServer(host: ControlHost, dataDir: string, flags: readonly string[]) {
  const log = openSync(sandboxFiles(dataDir).log, 'a', 0o600);
  // The sandbox is nobody's session: no token and no passphrase of the caller outlives the command in it.
  const env = Object.fromEntries(Object.entries(host.env).filter(([name]) => !name.startsWith('LISA_')));
  const child = spawn(host.execPath, [host.serverFile, '--data', dataDir, ...flags], {
    cwd: dataDir,
    detached: true,
    env,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  let exit: number | undefined;
  child.once('exit', (code) => {
    exit = code ?? -1;
  });
  child.once('error', () => {
    exit = -1;
  });
  child.unref();
  return { pid: child.pid, exit: () => exit };
}

async function stopSandbox(host: ControlHost, dataDir: string): Promise<boolean> {
  const status = await readStatus(dataDir);
  if (status.state === 'stopped') return false;
  for (let poll = 0; ; poll += 1) {
    const holder = await readHolder(dataDir);
    if (holder?.pid !== status.pid) return true;
    if (poll === 0) signal(host, holder.pid, 'SIGTERM');
    if (poll >= STOP_POLLS) signal(host, holder.pid, 'SIGKILL');
    await sleep(POLL_MS);
  }
}

function signal(host: ControlHost, pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    host.signal(pid, name);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
}

async function failure(dataDir: string, reason: 'exited' | 'timeout'): Promise<StartResult> {
  const { log: logFile } = sandboxFiles(dataDir);
  return { ok: false, reason, logFile, logTail: await logTail(logFile) };
}

async function logTail(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).trimEnd().split('\n').slice(-LOG_TAIL_LINES);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
