import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../shared/clock.ts';
import { readJson, sandboxFiles, writeJson } from './files.ts';
import { openLogFile } from './log-file.ts';

/** The world of the acquirer's program. */
export interface AcquirerHost {
  /** Node, and the program for it: `dist/acquirer.js`. */
  execPath: string;
  program: string;
  env: Readonly<Record<string, string | undefined>>;
}

export interface AcquirerOptions {
  dataDir: string;
  host: AcquirerHost;
  random: Random;
  log: { info(about: object, message: string): void; error(about: object, message: string): void };
}

/** An acquirer that runs as long as the sandbox does. */
export interface RunningAcquirer {
  /** Where it answers; another one when the port was taken over a restart. */
  url(): string;
  /** What merchant and acquirer share; never written to a log. */
  key: string;
  stop(): Promise<void>;
}

/** `acquirer.json`. */
interface AcquirerFile {
  key: string;
  port: number;
}

interface Started {
  child: ChildProcess;
  url: string;
}

const KEY_BYTES = 32;
const START_MS = 30_000;
const STOP_MS = 3_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Starts the acquirer of a sandbox's folder, with the key and on the port of last time, and again whenever it dies. It holds
 * the other end of a pipe to this process, and ends when that closes: it outlives no sandbox, not even a killed one.
 */
export async function startAcquirer(options: AcquirerOptions): Promise<RunningAcquirer> {
  const { dataDir, random, log } = options;
  const path = sandboxFiles(dataDir).acquirer;
  const file: AcquirerFile = (await readJson<AcquirerFile>(path)) ?? {
    key: Buffer.from(random.bytes(KEY_BYTES)).toString('base64url'),
    port: 0,
  };
  const write = openLogFile(sandboxFiles(dataDir).acquirerLog).write;
  const stopping = new AbortController();
  let running = await launch(options, file, write);
  await remember();

  async function remember(): Promise<void> {
    file.port = Number(new URL(running.url).port);
    await writeJson(path, file);
    log.info({ url: running.url, pid: running.child.pid }, 'the acquirer serves');
  }

  async function keepRunning(): Promise<void> {
    while (true) {
      const [code, signal] = await ended(running.child);
      if (stopping.signal.aborted) return;
      log.error({ code, signal }, 'the acquirer died');
      const again = await launchAgain();
      if (again === null) return;
      running = again;
      await remember();
    }
  }

  /** Tries with growing pauses; null when it is not wanted any more. */
  async function launchAgain(): Promise<Started | null> {
    for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return null;
      const started = await launch(options, file, write).catch(() => null);
      if (started && stopping.signal.aborted) await end(started.child);
      else if (started) return started;
    }
  }

  const over = keepRunning();
  return {
    url: () => running.url,
    key: file.key,
    async stop() {
      stopping.abort();
      await end(running.child);
      await over;
    },
  };
}

/** @throws Error when the program ends, or says nothing, before it serves */
async function launch(
  { dataDir, host }: AcquirerOptions,
  { key, port }: AcquirerFile,
  write: (line: string) => void,
): Promise<Started> {
  const { orders } = sandboxFiles(dataDir);
  const child = spawn(host.execPath, [host.program, '--data', orders, '--port', String(port)], {
    cwd: dataDir,
    env: { ...host.env, LISA_ACQUIRER_KEY: key },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  child.stdin.on('error', () => {});
  createInterface(child.stderr).on('line', (line) => write(`${line}\n`));
  const told = once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(START_MS) });
  const gone = ended(child).then(() => null);
  const first = await Promise.race([told, gone]).catch(() => null);
  told.catch(() => {});
  if (first === null) {
    await end(child);
    throw new Error('the acquirer did not start; its log tells why');
  }
  return { child, url: (JSON.parse(first[0]) as { url: string }).url };
}

function ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve([child.exitCode, child.signalCode]);
    child.once('exit', (code, signal) => resolve([code, signal]));
    child.once('error', () => resolve([null, null]));
  });
}

async function end(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended(child);
  clearTimeout(late);
}
