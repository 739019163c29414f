import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEncryptedFile } from '../../../src/auth/encrypted-file.ts';
import { seededRandom } from '../../support/random.ts';

const ORIGIN = 'https://lisa.example';
const SECRET = { origin: ORIGIN, login: '9001234567', token: 'very-secret-token' };

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lisa-secrets-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

function store(passphrase = 'correct horse', random = seededRandom('file')) {
  return createEncryptedFile({
    dataDir,
    random,
    platform: process.platform,
    passphrase: async () => passphrase,
    processes: { pid: 1, isAlive: () => true },
  });
}

test('what is kept comes back for its origin and for no other', async () => {
  await store().set('home', SECRET);
  expect(await store().get('home', ORIGIN)).toEqual(SECRET);
  expect(await store().get('home', 'https://other.example')).toBeUndefined();
  expect(await store().get('work', ORIGIN)).toBeUndefined();
});

test('nothing of the secret is in the file, which only its owner can read', async () => {
  await store().set('home', SECRET);
  const path = store().describe('home');
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('secret');
  expect(text).not.toContain('9001234567');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'credentials'))).mode & 0o777).toBe(0o700);
});

test('another passphrase does not open it and says so', async () => {
  await store().set('home', SECRET);
  await expect(store('wrong').get('home', ORIGIN)).rejects.toMatchObject({ problem: 'wrong_passphrase' });
});

test('a file moved to another profile does not open', async () => {
  await store().set('home', SECRET);
  await writeFile(store().describe('work'), await readFile(store().describe('home')), { mode: 0o600 });
  await expect(store().get('work', ORIGIN)).rejects.toMatchObject({ problem: 'wrong_passphrase' });
});

test('a changed file does not open', async () => {
  await store().set('home', SECRET);
  const path = store().describe('home');
  const sealed = JSON.parse(await readFile(path, 'utf8'));
  const data = Buffer.from(sealed.data, 'base64');
  data[0] = (data[0] ?? 0) ^ 1;
  await writeFile(path, JSON.stringify({ ...sealed, data: data.toString('base64') }));
  await expect(store().get('home', ORIGIN)).rejects.toMatchObject({ problem: 'wrong_passphrase' });
});

test('a file that others can read is not used', async () => {
  await store().set('home', SECRET);
  await chmod(store().describe('home'), 0o640);
  await expect(store().get('home', ORIGIN)).rejects.toMatchObject({ problem: 'exposed' });
});

test('removing needs no passphrase and may happen twice', async () => {
  await store().set('home', SECRET);
  const closed = createEncryptedFile({
    dataDir,
    random: seededRandom('x'),
    platform: process.platform,
    processes: { pid: 1, isAlive: () => true },
    passphrase: () => Promise.reject(new Error('nobody is asked')),
  });
  await closed.remove('home');
  await closed.remove('home');
  expect(await closed.get('home', ORIGIN)).toBeUndefined();
});

test('two files of the same secret and passphrase have nothing in common', async () => {
  const random = seededRandom('both');
  await store('same', random).set('one', SECRET);
  await store('same', random).set('two', SECRET);
  const [one, two] = await Promise.all(
    ['one', 'two'].map(async (name) => JSON.parse(await readFile(store().describe(name), 'utf8'))),
  );
  expect(one.salt).not.toBe(two.salt);
  expect(one.iv).not.toBe(two.iv);
  expect(one.data).not.toBe(two.data);
});

test('of several runs that keep a secret at once every one succeeds, and the last is what is kept', async () => {
  const secrets = Array.from({ length: 4 }, (_, index) => ({ ...SECRET, token: `token ${index}` }));
  await Promise.all(secrets.map((secret) => store().set('home', secret)));
  expect(secrets).toContainEqual(await store().get('home', ORIGIN));
});
