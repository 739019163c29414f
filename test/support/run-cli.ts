import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFailed } from 'vitest';
import { createMemoryStore } from '../../src/auth/memory.ts';
import type { SecretStore } from '../../src/auth/secret-store.ts';
import type { Host, OutStream } from '../../src/cli/host.ts';
import { run } from '../../src/cli/main.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { movableClock } from './clock.ts';
import { Keyboard } from './keyboard.ts';
import { seededRandom } from './random.ts';

export interface CliFixture {
  /** The cabinet that the commands talk to by default; its clock is the CLI's too, unless `clock` is given. */
  cabinet?: { url: string; clock?: Clock };
  clock?: Clock;
  /** Goes into `LISA_TOKEN`; without it the session is kept in memory between the runs of one fixture. */
  token?: string;
  env?: Record<string, string | undefined>;
  /** `configured`: the store that the settings name, instead of memory. */
  store?: 'memory' | 'configured';
  /** What a person does on a page that is opened; without it there is no browser. */
  browser?(url: string): Promise<unknown>;
  sandbox?: Host['sandbox'];
  cabinetPort?: Host['cabinet'];
}

export interface RunOptions {
  /** A terminal on all three streams; answers are typed on it. */
  tty?: boolean;
  /** stdout is a pipe even when `tty` is set. */
  pipe?: boolean;
  columns?: number;
  /** What is piped in. */
  stdin?: string;
  /** Typed one after the other, each when a question is asked; one may be found in what stderr has shown so far. */
  answers?: readonly (string | ((shown: string) => string))[];
  env?: Record<string, string | undefined>;
  /** Ctrl-C happens when this settles. */
  ctrlC?: Promise<unknown>;
  /** Replaces a stream, for the ones that fail. */
  stdout?: OutStream;
}

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** One person's machine: settings, data and secrets that last over several runs. */
export interface Cli {
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  configDir: string;
  dataDir: string;
  home: string;
  secrets: SecretStore;
  env: Record<string, string | undefined>;
  remove(): Promise<void>;
}

let made = 0;

/** A machine with empty folders, English texts, and nothing of the environment of the tests. */
export async function createCli(fixture: CliFixture = {}): Promise<Cli> {
  const home = await mkdtemp(join(tmpdir(), 'lisa-cli-'));
  const secrets = createMemoryStore();
  const random = seededRandom(`cli ${made++}`);
  const env: Record<string, string | undefined> = {
    LISA_LANG: 'en',
    LISA_CONFIG_DIR: join(home, 'config'),
    LISA_DATA_DIR: join(home, 'data'),
    LISA_SERVER: fixture.cabinet?.url,
    LISA_TOKEN: fixture.token,
    ...fixture.env,
  };
  const base: Omit<Host, 'args' | 'env' | 'stdin' | 'stdout' | 'stderr' | 'onInterrupt'> = {
    clock: fixture.clock ?? fixture.cabinet?.clock ?? movableClock(),
    random,
    home,
    cwd: home,
    platform: process.platform,
    nodeVersion: process.versions.node,
    pid: process.pid,
    isAlive: () => true,
    ...(fixture.store === 'configured' ? {} : { secrets }),
    async openBrowser(url) {
      await fixture.browser?.(url);
      return fixture.browser !== undefined;
    },
    abandon(exitCode) {
      throw new Error(`abandoned with ${exitCode}`);
    },
    sandbox: fixture.sandbox ?? (() => Promise.reject(new Error('this test has no sandbox'))),
    cabinet: fixture.cabinetPort ?? (() => Promise.reject(new Error('this test has no cabinet port'))),
  };
  return {
    home,
    secrets,
    env,
    configDir: join(home, 'config'),
    dataDir: join(home, 'data'),
    run: (args, options = {}) => runOnce(base, env, args, options),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

async function runOnce(
  base: Omit<Host, 'args' | 'env' | 'stdin' | 'stdout' | 'stderr' | 'onInterrupt'>,
  env: Record<string, string | undefined>,
  args: readonly string[],
  options: RunOptions,
): Promise<Outcome> {
  const { tty = false, pipe = false, columns = 100 } = options;
  const stdout = collector(tty && !pipe, columns);
  const stderr = collector(tty, columns);
  const code = await run({
    ...base,
    args,
    env: { ...env, ...options.env },
    stdin: tty
      ? keyboard(options.answers ?? [], stderr.text)
      : Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout: options.stdout ?? stdout.stream,
    stderr: stderr.stream,
    onInterrupt(listener) {
      let listening = true;
      void options.ctrlC?.finally(() => listening && listener());
      return () => {
        listening = false;
      };
    },
  });
  const outcome = { code, stdout: stdout.text(), stderr: stderr.text() };
  printOnFailure(args, outcome);
  return outcome;
}

function keyboard(answers: NonNullable<RunOptions['answers']>, shown: () => string): Keyboard {
  return new Keyboard(answers.map((answer) => () => (typeof answer === 'string' ? answer : answer(shown()))));
}

function collector(isTTY: boolean, columns: number): { stream: OutStream; text(): string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, written) {
      pieces.push(Buffer.from(chunk));
      written();
    },
  });
  return {
    // Like those of a process, it is not ended by what was piped into it (a prompt's output).
    stream: Object.assign(stream, { isTTY, columns, _isStdio: true }),
    text: () => Buffer.concat(pieces).toString('utf8'),
  };
}

/** A failing test shows what its commands said. Outside of a test (a hook) there is nobody to show it to. */
function printOnFailure(args: readonly string[], { code, stdout, stderr }: Outcome): void {
  const text = `\n$ lisa ${args.join(' ')}  → ${code}\n--- stdout\n${stdout}\n--- stderr\n${stderr}\n`;
  try {
    onTestFailed(() => {
      process.stderr.write(text);
    });
  } catch {}
}
