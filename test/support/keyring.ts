import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the keyring of a private session behaves. `silent`: locked, and its unlock prompt is never answered. */
export type KeyringMood = 'unlocked' | 'locked' | 'silent' | 'absent';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface KeyringSession {
  home: string;
  /** Runs a shell script inside a new private D-Bus session with the keyring in this mood; `$LISA` is the program. */
  run(mood: KeyringMood, script: string, stdin?: string): Promise<Ran>;
  /** The content of every file under the home folder. */
  everyFile(): Promise<string>;
  remove(): Promise<void>;
}

const PROGRAM = new URL('../../bin/lisa.js', import.meta.url).pathname;

/** A locked keyring is one that a daemon without its password finds; the first daemon makes it. */
const LOCKED = [
  'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1',
  'printf x | secret-tool store --label=x service other',
  'gnome-keyring-daemon --replace --components=secrets >/dev/null 2>&1',
  'sleep 0.5',
].join('\n');

const STARTS: Readonly<Record<KeyringMood, string>> = {
  unlocked: 'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1',
  locked: LOCKED,
  silent: LOCKED,
  absent: 'unset DBUS_SESSION_BUS_ADDRESS',
};

/** A person's own folders, with nothing of this machine's session in them. */
export async function openKeyringSession(url: string): Promise<KeyringSession> {
  const home = await mkdtemp(join(tmpdir(), 'lisa-keyring-'));
  const runtime = await mkdtemp(join(tmpdir(), 'lisa-run-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(home, 'share'),
    LANG: 'C',
    LISA_SERVER: url,
    LISA: `${process.execPath} ${PROGRAM}`,
  };
  return {
    home,
    async run(mood, script, stdin = '') {
      const services = join(home, 'share', 'dbus-1', 'services');
      await mkdir(services, { recursive: true });
      const prompter = mood === 'silent' ? '/bin/sh -c "exec sleep 60 >/dev/null 2>&1"' : '/bin/false';
      await writeFile(
        join(services, 'prompter.service'),
        `[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=${prompter}\n`,
      );
      return spawned('dbus-run-session', ['--', 'sh', '-c', `${STARTS[mood]}\n${script}`], env, stdin);
    },
    everyFile: async () => (await contents(home)).join('\n'),
    async remove() {
      await rm(home, { recursive: true, force: true });
      await rm(runtime, { recursive: true, force: true });
    },
  };
}

async function contents(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
}

function spawned(program: string, args: string[], env: NodeJS.ProcessEnv, stdin: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: 'pipe' });
    const texts = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      texts.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      texts.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
    child.stdin.end(stdin);
  });
}
