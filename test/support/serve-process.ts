import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ServeOptions } from '../../src/cabinet/main.ts';
import { asServer } from './server-role.ts';

export interface ServeProcess {
  url: string;
  /** Where its numbers are; empty when nowhere. */
  metrics: string;
  process: ChildProcess;
  /** Everything written to standard error, which is the log. */
  log(): string;
  /** Resolves with the exit code once the process is gone. */
  exit: Promise<number | null>;
}

/** The cabinet in a process of its own, on a port that the system chose, under the server's role. */
export async function serveInProcess(
  options: Partial<ServeOptions> & { database: string },
): Promise<ServeProcess> {
  const program = new URL('serve-program.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    [program, JSON.stringify({ ...options, database: asServer(options.database) })],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const lines: string[] = [];
  child.stderr.on('data', (chunk) => lines.push(String(chunk)));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  const [first] = await Promise.race([once(createInterface(child.stdout), 'line'), exit.then(() => [null])]);
  if (typeof first !== 'string' || !first.startsWith('http')) {
    throw new Error(`the cabinet did not start: ${first}\n${lines.join('')}`);
  }
  const [url = '', metrics = ''] = first.split(' ');
  return { url, metrics, process: child, log: () => lines.join(''), exit };
}
