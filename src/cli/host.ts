import { randomFillSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { SecretStore } from '../auth/secret-store.ts';
import type { Clock, Random } from '../shared/clock.ts';
import type { CabinetPort } from './cabinet-port.ts';
import type { SandboxPort } from './sandbox-port.ts';

/** A stream out of the program; terminal facts are per stream. */
export type OutStream = Writable & { isTTY?: boolean | undefined; columns?: number | undefined };

export type InStream = Readable & { isTTY?: boolean | undefined };

/** Every contact with the world. The real one is made here, a test makes its own in one line. */
export interface Host {
  /** The words after the program's name. */
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  stdin: InStream;
  stdout: OutStream;
  stderr: OutStream;
  clock: Clock;
  random: Random;
  home: string;
  cwd: string;
  platform: NodeJS.Platform;
  nodeVersion: string;
  /** Takes the place of the keychain, for a run that must leave no trace in it. */
  secrets?: SecretStore;
  /** Of this process. */
  pid: number;
  /** Whether a process of this machine runs under `pid`, whoever owns it. */
  isAlive(pid: number): boolean;
  /** Shows a page in the person's browser; false where there is none. Never fails. */
  openBrowser(url: string): Promise<boolean>;
  /** Calls `listener` on the first Ctrl-C, the second one ends the process; returns how to stop listening. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the process at once even while a native call hangs (a keychain that nobody unlocks). */
  abandon(exitCode: number): never;
  /** The two halves of the program that the CLI never imports; `bin` hands them in. */
  sandbox(): Promise<SandboxPort>;
  cabinet(): Promise<CabinetPort>;
}

/** The host of the real program; `close` lets go of stdin, which would keep the process waiting for more. */
export function realHost(ports: Pick<Host, 'sandbox' | 'cabinet'>): Host & { close(): void } {
  let stdinOpened = false;
  return {
    args: process.argv.slice(2),
    env: process.env,
    // Node opens each of them on first use, and that costs time.
    get stdin() {
      stdinOpened = true;
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      // Nobody listens to a failing stderr: there is nowhere left to complain.
      if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
      return process.stderr;
    },
    clock: { now: () => new Date() },
    random: { bytes: (size) => randomFillSync(new Uint8Array(size)) },
    home: homedir(),
    platform: process.platform,
    nodeVersion: process.versions.node,
    pid: process.pid,
    get cwd() {
      return process.cwd();
    },
    isAlive: (pid) => accepts(pid) && !isZombie(pid),
    openBrowser: showPage,
    onInterrupt(listener) {
      process.once('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
    abandon(exitCode) {
      // An unanswered unlock prompt of the Secret Service keeps even process.exit() from returning; replacing the
      // process image does not wait for the native thread (POSIX, Node 22.15 and newer).
      if (process.execve) process.execve('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {});
      process.kill(process.pid, 'SIGKILL');
      throw new Error('unreachable');
    },
    close() {
      // A file has no `unref`, and ends by itself.
      if (stdinOpened) process.stdin.unref?.();
    },
    ...ports,
  };
}

/** Over ssh and on a bare console there is nothing to show a page on. */
async function showPage(url: string): Promise<boolean> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'darwin' && process.platform !== 'win32' && !DISPLAY && !WAYLAND_DISPLAY)
    return false;
  try {
    const { default: open } = await import('open');
    const browser = await open(url);
    browser.on('error', () => {});
    return true;
  } catch {
    return false;
  }
}

/** Signal 0 asks whether there is such a process, and is refused for one of another user. */
function accepts(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process that has ended and that nobody has waited for, as happens in containers without an init (Linux). */
function isZombie(pid: number): boolean {
  try {
    return /\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
