import { randomFillSync } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import manifest from '../../../package.json' with { type: 'json' };
import type { Clock, Random } from '../../shared/clock.ts';
import { sandboxFiles } from './files.ts';
import { acquireLock } from './lock.ts';
import { openLogFile } from './log-file.ts';
import { identifyProcess } from './process-identity.ts';
import { serveSandbox } from './server.ts';

/** The exit code of a process that found the lock taken. */
const LOCKED = 75;

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, fresh: { type: 'boolean', default: false } },
});
const dataDir = values.data;
if (dataDir === undefined) throw new Error('--data DIR is required');

const clock: Clock = { now: () => new Date() };
const random: Random = { bytes: (size) => randomFillSync(new Uint8Array(size)) };
const self = { pid: process.pid, identity: (await identifyProcess(process.pid)) ?? '' };
const holder = await acquireLock(dataDir, self);
if (holder.pid !== self.pid) process.exit(LOCKED);

const files = sandboxFiles(dataDir);
if (values.fresh) {
  const { database, clock: calendar, phones, authenticators, orders } = files;
  for (const path of [database, calendar, phones, authenticators, orders])
    await rm(path, { recursive: true, force: true });
}
const log = pino(
  { base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
  openLogFile(files.log),
);
// Beside this program when it is built, else among the sources.
const program = import.meta.url.endsWith('.ts') ? '../../acquirer/main.ts' : './acquirer.js';
const stop = await serveSandbox({
  dataDir,
  self,
  clock,
  random,
  log,
  version: manifest.version,
  acquirer: {
    execPath: process.execPath,
    program: fileURLToPath(new URL(program, import.meta.url)),
    env: process.env,
  },
  ...(values.port ? { port: Number(values.port) } : {}),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop');
        process.exit(1);
      },
    );
  });
}
// A terminal that is closed does not end a sandbox.
process.on('SIGHUP', () => {});
