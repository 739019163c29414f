import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeAuthority, serveTls } from '../../support/certificates.ts';
import { diagnosisOf } from '../../support/doctor.ts';
import { startHostile } from '../../support/hostile-server.ts';
import { type InstalledCli, installedCli } from '../../support/installed-cli.ts';
import { usePeople } from '../../support/people.ts';
import { havePrograms } from '../../support/programs.ts';
import { control } from '../../support/sandbox.ts';
import { copySandbox, LONG } from '../../support/sandbox-cli.ts';
import { openSession } from '../../support/sessions.ts';
import { addSubscriber } from '../../support/subscribers.ts';

/** One minute, so that a session can reach its end before it is idle. */
const people = usePeople(() => ({ settings: { sessionLifetimeMs: 60_000 } }));

let cli: InstalledCli;
beforeEach(() => {
  cli = installedCli();
});
afterEach(() => cli.remove());

async function examine(env: Record<string, string> = {}) {
  return diagnosisOf(await cli.run(['doctor', '--json'], { env }));
}

/** A port of this machine where nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function logIn(): Promise<void> {
  const { store, cabinet } = people();
  const { msisdn, password } = await addSubscriber(store);
  const options = { stdin: `${password}\n`, env: { LISA_SERVER: cabinet.url } };
  expect((await cli.run(['login', msisdn, '--password-stdin'], options)).code).toBe(0);
}

describe('the doctor, on a machine that is well', () => {
  test('finds nothing to complain of, and leaves nothing behind', async () => {
    await logIn();
    const before = execFileSync('find', [cli.home, '-not', '-path', '*/.cache*'], { encoding: 'utf8' });
    const found = await examine();
    expect(found.complaints).toEqual([]);
    for (const check of [
      'version',
      'node',
      'config',
      'folders',
      'locks',
      'secret_store',
      'connection',
      'clock',
    ])
      expect(found.of(check), check).toMatchObject({ level: 'ok' });
    expect(found.of('session')).toMatchObject({ level: 'ok' });
    expect(execFileSync('find', [cli.home, '-not', '-path', '*/.cache*'], { encoding: 'utf8' })).toBe(before);
  });
});

describe('the doctor finds', () => {
  test('1. no keychain', async () => {
    const nowhere = { LISA_SECRET_STORE: 'keychain', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' };
    const found = await examine(nowhere);
    expect(found.complaints).toContain('secret_store: secret_store_unavailable');
    expect(found.of('secret_store')?.fix).toContain('LISA_SECRET_STORE=file');
  });

  test('2. corrupt settings, and still looks at everything else', async () => {
    mkdirSync(join(cli.home, 'config'));
    writeFileSync(join(cli.home, 'config', 'config.json'), '{ "profiles": oops');
    const found = await examine({ LISA_SERVER: people().cabinet.url, LISA_TIMEOUT: 'soon' });
    expect(found.complaints).toEqual(
      expect.arrayContaining(['config: config_corrupt', 'config: config_bad_value']),
    );
    expect(found.of('config')?.detail).toContain('config.json');
    for (const check of ['secret_store', 'connection', 'folders'])
      expect(found.of(check), check).toMatchObject({ level: 'ok' });
  });

  test('3. a clock that is wrong, and says so when it cannot be compared', async () => {
    const times: (string | undefined)[] = [new Date(Date.now() - 7_200_000).toUTCString(), undefined];
    const server = await startHostile((_request, response) => {
      const date = times.shift();
      response.sendDate = false;
      if (date !== undefined) response.setHeader('date', date);
      response.end();
    });
    onTestFinished(() => server.close());
    const wrong = await examine({ LISA_SERVER: server.url });
    expect(wrong.of('clock')).toMatchObject({ level: 'problem', code: 'clock_ahead' });
    expect(wrong.of('clock')?.detail).toMatch(/^7(199|20\d) s/);
    expect((await examine({ LISA_SERVER: server.url })).of('clock')).toMatchObject({ code: 'clock_unknown' });
  });

  test('4. a dead server', async () => {
    const found = await examine({ LISA_SERVER: `http://127.0.0.1:${await deadPort()}` });
    expect(found.of('connection')).toMatchObject({ level: 'problem', code: 'transport_refused' });
    expect(found.of('connection')?.fix).toContain('lisa sandbox start');
  });

  test.skipIf(!havePrograms('openssl'))('5. a bad certificate', async () => {
    const authority = makeAuthority();
    onTestFinished(() => authority.remove());
    const port = await serveTls(authority.selfSigned('IP:127.0.0.1'));
    const found = await examine({ LISA_SERVER: `https://127.0.0.1:${port}` });
    expect(found.complaints).toContain('certificate: certificate_self_signed');
  });

  test('6. a dead proxy', async () => {
    const env = { LISA_SERVER: 'https://lisa.example', HTTPS_PROXY: `http://127.0.0.1:${await deadPort()}` };
    const found = await examine(env);
    expect(found.of('proxy')).toMatchObject({ level: 'problem', code: 'proxy_dead' });
    expect(found.of('proxy')?.fix).toContain('HTTPS_PROXY');
  });

  test('7. an expired session, which only the cabinet knows of', async () => {
    const { store, cabinet } = people();
    await logIn();
    cabinet.clock.advance(90_000);
    expect((await examine()).of('session')).toMatchObject({ level: 'problem', code: 'session_expired' });
    const { accountId } = await addSubscriber(store);
    const token = await openSession(store, accountId, cabinet.clock.now(), 30_000);
    cabinet.clock.advance(60_000);
    const found = await examine({ LISA_SERVER: cabinet.url, LISA_TOKEN: token });
    expect(found.of('session')).toMatchObject({ level: 'problem', code: 'session_expired' });
    expect(found.of('session')?.fix).toContain('LISA_TOKEN');
  });

  test('8. an old Node, which cannot run it: one line says which one can', () => {
    const old = oldNode();
    const { status, stdout, stderr } = spawnSync(old.path, [...old.args, resolve('bin/lisa.js'), 'doctor'], {
      encoding: 'utf8',
      env: { LANG: 'ru_RU.UTF-8' },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^lisa: нужен Node\.js 22\.19 .*, а это 20\.\d+\.\d+\..*https:\/\/nodejs\.org\n$/);
  });

  test.skipIf(process.getuid?.() === 0 && !havePrograms('setpriv'))('9. a read-only home', () => {
    const home = join(cli.home, 'home');
    mkdirSync(home);
    chmodSync(home, 0o555);
    const program = [process.execPath, resolve('bin/lisa.js'), 'doctor', '--json'];
    const { status, stdout } = spawnSync('env', ['-i', `HOME=${home}`, ...withoutPrivileges(), ...program], {
      encoding: 'utf8',
    });
    const found = diagnosisOf({ code: status ?? -1, stdout });
    expect(found.complaints.filter((complaint) => complaint === 'folders: folder_closed')).toHaveLength(2);
    expect(found.of('folders')).toMatchObject({
      level: 'problem',
      detail: expect.stringContaining('EACCES'),
    });
    expect(found.of('folders')?.fix).toContain('LISA_DATA_DIR');
  });

  test('10. a sandbox of another version, and the stale lock of one that was killed', {
    timeout: LONG,
  }, async () => {
    const folder = join(cli.dataDir, 'sandbox');
    await copySandbox(folder);
    try {
      const started = await cli.run(['sandbox', 'start', '--json']);
      expect(started).toMatchObject({ code: 0 });
      const { pid } = JSON.parse(started.stdout);
      const file = join(folder, 'sandbox.json');
      const state = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...state, version: '0.0.1' }));
      expect((await examine()).of('sandbox')).toMatchObject({ level: 'warn', code: 'sandbox_version' });
      process.kill(pid, 'SIGKILL');
      await expect.poll(async () => (await control.status(folder)).state).toBe('stopped');
      const found = await examine();
      expect(found.of('sandbox')).toMatchObject({ level: 'warn', code: 'sandbox_stale' });
      expect(found.of('sandbox')?.detail).toContain(String(pid));
      expect(found.of('sandbox')?.fix).toContain('lisa sandbox start');
      expect((await cli.run(['sandbox', 'start'])).code).toBe(0);
      expect((await examine()).of('sandbox')).toMatchObject({ level: 'ok' });
    } finally {
      await control.stop(folder);
    }
  });

  test('10. stale locks of files: of a run that was killed, of one that hangs, of nobody', async () => {
    const file = join(cli.dataDir, 'state.json.lock');
    mkdirSync(cli.dataDir, { recursive: true });
    const ended = spawn('true');
    await once(ended, 'exit');
    const complaintAbout = async (content: string) => {
      writeFileSync(file, content);
      return (await examine()).complaints.filter((complaint) => complaint.startsWith('locks'));
    };
    expect(await complaintAbout(`${ended.pid}\n`)).toEqual(['locks: lock_stale']);
    expect(await complaintAbout('')).toEqual(['locks: lock_garbled']);
    // What was said of the first is so: a command that writes takes the lock over.
    writeFileSync(file, `${ended.pid}\n`);
    await logIn();
    expect(() => readFileSync(file)).toThrow('ENOENT');
    writeFileSync(file, `${process.pid}\n`);
    execFileSync('touch', ['-d', '2 minutes ago', file]);
    expect((await examine()).complaints).toEqual(['locks: lock_held']);
  });
});

test('a full disk is told before something fails on it', async ({ skip }) => {
  mkdirSync(cli.dataDir);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', cli.dataDir], { stdio: 'pipe' });
  } catch (error) {
    skip(`a small tmpfs cannot be mounted here: ${error}`);
  }
  try {
    expect((await examine()).of('folders')).toMatchObject({ level: 'problem', code: 'disk_full' });
  } finally {
    execFileSync('umount', [cli.dataDir]);
  }
});

test('settings that break every other check hide none of them', async () => {
  rmSync(cli.dataDir, { recursive: true, force: true });
  writeFileSync(cli.dataDir, 'a file in the place of the folder');
  const found = await examine({ LISA_SERVER: 'ftp://lisa.example', HTTPS_PROXY: 'nonsense' });
  const checks = ['node', 'config', 'folders', 'locks', 'secret_store', 'connection', 'session', 'sandbox'];
  for (const check of checks) expect(found.of(check), check).toBeDefined();
  expect(found.complaints).toEqual(
    expect.arrayContaining(['config: config_bad_value', 'folders: folder_closed']),
  );
});

/** The Node of this machine if it is an old one; else ours, made to say that it is. */
function oldNode(): { path: string; args: string[] } {
  const { stdout } = spawnSync('which', ['-a', 'node'], { encoding: 'utf8' });
  const found = stdout.split('\n').find((path) => {
    const version = path === '' ? '' : spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout;
    return version.startsWith('v20.');
  });
  if (found !== undefined) return { path: found, args: [] };
  process.stderr.write('no Node 20 here: this one is told to say that it is\n');
  const pretend = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`;
  return { path: process.execPath, args: ['--import', `data:text/javascript,${pretend}`] };
}

/** Root may write anywhere, unless it gives that up. */
function withoutPrivileges(): string[] {
  return process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];
}
