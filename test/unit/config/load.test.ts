import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig, type SettingFlags } from '../../../src/config/load.ts';
import { placesOf } from '../../../src/config/places.ts';
import { saveProfile, writeSetting } from '../../../src/config/write.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lisa-config-'));
});
afterEach(() => rm(home, { recursive: true }));

const none: SettingFlags = { profile: undefined, server: undefined, timeout: undefined };
const processes = { pid: process.pid, isAlive: () => true };

function load(env: Record<string, string> = {}, flags: Partial<SettingFlags> = {}) {
  const surroundings = { env: { LISA_CONFIG_DIR: home, ...env }, home, platform: 'linux' } as const;
  return loadConfig(surroundings, { ...none, ...flags });
}

const file = () => join(home, 'config.json');

async function written() {
  const profiles = { office: { server: 'https://office.example' }, home: { server: 'https://home.example' } };
  await writeFile(
    file(),
    JSON.stringify({ version: 1, current: 'home', timeout: 40, secret_store: 'file', profiles }),
  );
}

describe('without anything given', () => {
  test('every setting is its default', async () => {
    expect(await load()).toMatchObject({
      profile: { value: 'default', origin: 'default' },
      server: { value: undefined, origin: 'default' },
      timeoutSeconds: { value: 30, origin: 'default' },
      secretStore: { value: 'keychain', origin: 'default' },
      token: undefined,
    });
  });

  test('nothing is created', async () => {
    await load({ LISA_CONFIG_DIR: join(home, 'none') });
    await expect(stat(join(home, 'none'))).rejects.toThrow('ENOENT');
  });
});

describe('the file', () => {
  test('beats the defaults, and a profile brings its server', async () => {
    await written();
    expect(await load()).toMatchObject({
      profile: { value: 'home', origin: 'file', source: file() },
      server: { value: 'https://home.example', origin: 'profile', source: 'home' },
      timeoutSeconds: { value: 40, origin: 'file' },
      secretStore: { value: 'file', origin: 'file' },
    });
  });

  test('is beaten by the environment', async () => {
    await written();
    const env = {
      LISA_PROFILE: 'office',
      LISA_SERVER: 'https://other.example',
      LISA_TIMEOUT: '5',
      LISA_SECRET_STORE: 'keychain',
    };
    expect(await load(env)).toMatchObject({
      profile: { value: 'office', origin: 'environment', source: 'LISA_PROFILE' },
      server: { value: 'https://other.example', origin: 'environment', source: 'LISA_SERVER' },
      timeoutSeconds: { value: 5, origin: 'environment', source: 'LISA_TIMEOUT' },
      secretStore: { value: 'keychain', origin: 'environment', source: 'LISA_SECRET_STORE' },
    });
  });

  test('and the environment by flags', async () => {
    await written();
    const env = { LISA_PROFILE: 'home', LISA_SERVER: 'https://other.example', LISA_TIMEOUT: '5' };
    const flags = { profile: 'office', server: 'http://127.0.0.1:8080', timeout: '7' };
    expect(await load(env, flags)).toMatchObject({
      profile: { value: 'office', origin: 'flag', source: '--profile' },
      server: { value: 'http://127.0.0.1:8080', origin: 'flag', source: '--server' },
      timeoutSeconds: { value: 7, origin: 'flag', source: '--timeout' },
    });
  });

  test('an empty variable counts as unset', async () => {
    await written();
    const env = { LISA_PROFILE: '', LISA_SERVER: '', LISA_TIMEOUT: '', LISA_TOKEN: '' };
    expect(await load(env)).toMatchObject({ profile: { origin: 'file' }, token: undefined });
  });

  test('the only profile is the current one', async () => {
    const profiles = { sandbox: { server: 'http://127.0.0.1:9' } };
    await writeFile(file(), JSON.stringify({ version: 1, profiles }));
    expect((await load()).profile.value).toBe('sandbox');
  });
});

describe('a file that cannot be used', () => {
  test('is named with its line, and left as it is', async () => {
    const broken = '{\n  "version": 1,\n  "profiles": {,}\n}\n';
    await writeFile(file(), broken);
    await expect(load()).rejects.toMatchObject({ problem: 'corrupt', params: { file: file(), line: 3 } });
    await expect(writeSetting(home, processes, 'timeout', 5)).rejects.toMatchObject({ problem: 'corrupt' });
    expect(await readFile(file(), 'utf8')).toBe(broken);
  });

  test.each([[''], ['[]'], ['null'], ['{"version":1']])('is refused when it holds %j', async (content) => {
    await writeFile(file(), content);
    await expect(load()).rejects.toMatchObject({ problem: 'corrupt' });
  });

  test('is refused when a newer version wrote it', async () => {
    await writeFile(file(), '{"version":2}');
    await expect(load()).rejects.toMatchObject({ problem: 'newer', params: { version: 2 } });
  });
});

describe('a value that does not fit', () => {
  test.each([
    [{ LISA_SERVER: 'lisa.example' }],
    [{ LISA_SERVER: 'https://user:pass@lisa.example' }],
    [{ LISA_SERVER: 'https://lisa.example/cabinet' }],
    [{ LISA_SERVER: 'ftp://lisa.example' }],
    [{ LISA_TIMEOUT: '0' }],
    [{ LISA_TIMEOUT: '1.5' }],
    [{ LISA_SECRET_STORE: 'plain' }],
    [{ LISA_PROFILE: '../evil' }],
  ])('%j is refused with its source', async (env) => {
    const [source = ''] = Object.keys(env);
    await expect(load(env)).rejects.toMatchObject({ problem: 'bad_value', params: { source } });
  });

  test('does not repeat a password that stood in it', async () => {
    const failure = await load({ LISA_SERVER: 'https://user:hunter2@lisa.example' }).catch(String);
    expect(failure).not.toContain('hunter2');
  });
});

test('written settings are readable by their owner only, and keep what else was there', async () => {
  await saveProfile(home, processes, 'office', { server: 'https://office.example' });
  await writeSetting(home, processes, 'timeout', 9);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({
    version: 1,
    current: 'office',
    profiles: { office: { server: 'https://office.example' } },
    timeout: 9,
  });
});

test('twenty parallel writers keep the file whole, and each finds its change in it', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
  await Promise.all(
    names.map((name) => saveProfile(home, processes, name, { server: 'http://127.0.0.1:9' })),
  );
  expect(Object.keys((await load()).profiles).sort()).toEqual([...names].sort());
});

test.each([
  [{ XDG_CONFIG_HOME: '/x', XDG_DATA_HOME: '/y' }, '/x/lisa', '/y/lisa'],
  [{ XDG_CONFIG_HOME: 'relative', XDG_DATA_HOME: '' }, '/h/.config/lisa', '/h/.local/share/lisa'],
  [{ LISA_CONFIG_DIR: '/c', XDG_CONFIG_HOME: '/x' }, '/c', '/h/.local/share/lisa'],
])('%j puts settings into %s and data into %s', (env, configDir, dataDir) => {
  expect(placesOf({ env, home: '/h', platform: 'linux' })).toEqual({ configDir, dataDir });
});
