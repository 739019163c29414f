import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A cabinet in a child process that can be killed and started again; `url` follows it. */
export class KillableCabinet {
  url = '';
  private readonly script: string;
  private readonly database: string;
  private child: ChildProcess | undefined;
  private up: Promise<void> = Promise.resolve();

  constructor(script: string, database: string) {
    this.script = script;
    this.database = database;
  }

  start(): Promise<void> {
    this.up = this.launch();
    return this.up;
  }

  /** Resolves when the cabinet serves, after a restart too. */
  ready(): Promise<void> {
    return this.up;
  }

  /** kill -9: nothing in the process runs any more. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Kills it and starts it again at once; requests that come meanwhile wait in `ready`. */
  restart(): Promise<void> {
    this.up = this.kill().then(() => this.launch());
    return this.up;
  }

  private async launch(): Promise<void> {
    const child = spawn(process.execPath, [this.script, this.database], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const complaints: string[] = [];
    child.stderr.on('data', (chunk) => complaints.push(String(chunk)));
    const lines = createInterface({ input: child.stdout });
    const died = once(child, 'exit').then(() => {
      throw new Error(`the cabinet did not start: ${complaints.join('')}`);
    });
    died.catch(() => {});
    const [url] = await Promise.race([once(lines, 'line'), died]);
    this.url = url;
  }
}
