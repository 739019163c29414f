/**
 * Start-up of the built program beside a bare `node -e 0`, as ratios of medians in one run on one machine: the commands
 * take turns, so that whatever else the machine does hits all of them. The balance is asked of a sandbox of its own.
 * Needs `npm run build`. `node bench/startup.ts [ROUNDS]`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../src/client/cabinet.ts';
import { createTransport } from '../src/client/transport.ts';
import { createSession } from '../src/contract/operations/sessions.ts';
import { seededRandom } from '../test/support/random.ts';

const LISA = join(import.meta.dirname, '../bin/lisa.js');
const ROUNDS = Number(process.argv[2] ?? 40);
const WARM_UP = 3;

const commands = {
  'node -e 0': { args: ['-e', '0'], budget: 1 },
  'lisa --version': { args: [LISA, '--version'], budget: 1.8 },
  'lisa --help': { args: [LISA, '--help'], budget: 1.8 },
  'lisa --help --lang ru': { args: [LISA, '--help', '--lang', 'ru'], budget: 1.8 },
  'lisa balance --json': { args: [LISA, 'balance', '--json'], budget: 3.5 },
} as const;

type Name = keyof typeof commands;

const home = mkdtempSync(join(tmpdir(), 'lisa-bench-'));
const base = { PATH: process.env['PATH'], HOME: home, LISA_LANG: 'en' };
try {
  const { url } = JSON.parse(lisa('sandbox', 'start', '--json')) as { url: string };
  measure({ ...base, LISA_SERVER: url, LISA_TOKEN: await logIn(url) });
} finally {
  lisa('sandbox', 'stop');
  rmSync(home, { recursive: true, force: true });
}

function lisa(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LISA, ...args], {
    env: base,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`lisa ${args.join(' ')} exits with ${status}: ${stderr}`);
  return stdout;
}

async function logIn(origin: string): Promise<string> {
  const transport = createTransport({ origin, env: {}, timeoutMs: 30_000, userAgent: 'lisa-bench' });
  const client = createClient({ transport, token: async () => undefined, random: seededRandom('bench') });
  const { token } = await client.call(createSession, { body: { login: 'demo', password: 'Demo-2026' } });
  await transport.close();
  return token;
}

function measure(env: NodeJS.ProcessEnv): void {
  const names = Object.keys(commands) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const name of names) {
      const milliseconds = time(commands[name].args, env);
      if (round >= 0) times.get(name)?.push(milliseconds);
    }
  }
  const bare = median(times.get('node -e 0') ?? []);
  for (const name of names) {
    const middle = median(times.get(name) ?? []);
    const ratio = (middle / bare).toFixed(2);
    print(
      `${name.padEnd(24)} ${middle.toFixed(1).padStart(7)} ms  ${ratio} × (at most ${commands[name].budget})`,
    );
  }
}

function time(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`${args.join(' ')} exits with ${status}: ${stderr}`);
  return milliseconds;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
