import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The built program on a machine of its own, as a person has installed it. */
export interface InstalledCli {
  /** Everything that is kept lies in here. */
  home: string;
  dataDir: string;
  /** Runs a command; `onError` is told every line of standard error when it is written. */
  run(
    args: readonly string[],
    options?: { stdin?: string; env?: Readonly<Record<string, string>>; onError?: (line: string) => void },
  ): Promise<Ended>;
  remove(): void;
}

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

export function installedCli(passphrase = 'of a test'): InstalledCli {
  const home = mkdtempSync(join(tmpdir(), 'lisa-installed-'));
  const dataDir = join(home, 'data');
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    LISA_DATA_DIR: dataDir,
    LISA_CONFIG_DIR: join(home, 'config'),
    LISA_SECRET_STORE: 'file',
    LISA_STORE_PASSPHRASE: passphrase,
    LISA_NO_INPUT: '1',
  };
  return {
    home,
    dataDir,
    async run(args, { stdin = '', env: more = {}, onError } = {}) {
      const child = spawn(process.execPath, [resolve('bin/lisa.js'), ...args], {
        env: { ...env, ...more },
        cwd: home,
      });
      const errors: string[] = [];
      createInterface(child.stderr).on('line', (line) => {
        errors.push(line);
        onError?.(line);
      });
      let stdout = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stdin.end(stdin);
      const [code] = await once(child, 'close');
      return { code: Number(code), stdout, stderr: errors.join('\n') };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
