import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../../src/config/lock.ts';

const DEAD = 99_999;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lisa-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const process = (pid: number) => ({ pid, isAlive: (other: number) => other !== DEAD });

test('the lock of a process that is gone is taken over, by one at a time', async () => {
  const file = join(folder, 'state.json');
  await writeFile(`${file}.lock`, `${DEAD}\n`);
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    for (let count = 0; count < 20; count += 1) await turn();
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 30 }, (_, index) => withLock(file, process(index + 1), work)));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('a lock that another run has taken over meanwhile is left to it', async () => {
  const file = join(folder, 'state.json');
  await writeFile(`${file}.lock`, `${DEAD}\n`);
  let looks = 0;
  const late = {
    pid: 1,
    isAlive(owner: number) {
      looks += 1;
      // Just after the dead owner was read, somebody who is alive takes the lock; later it is let go of.
      if (looks === 1) writeFileSync(`${file}.lock`, '2\n');
      if (looks === 4) writeFileSync(`${file}.lock`, `${DEAD}\n`);
      return owner !== DEAD;
    },
  };
  expect(await withLock(file, late, () => readFile(`${file}.lock`, 'utf8'))).toBe('1\n');
  expect(looks).toBeGreaterThan(4);
});

test('so it is when the run that took it over was killed, too', async () => {
  const file = join(folder, 'state.json');
  await writeFile(`${file}.lock`, `${DEAD}\n`);
  await writeFile(`${file}.lock.old`, `${DEAD}\n`);
  expect(await withLock(file, process(1), async () => 'done')).toBe('done');
  expect(await readdir(folder)).toEqual([]);
});
