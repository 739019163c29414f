import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTarget, FileExists, NotAFile, openWholeFile } from '../../../../src/cli/export/whole-file.ts';
import { seededRandom } from '../../../support/random.ts';

let directory: string;
let path: string;
const random = seededRandom('whole-file');
const DEAD = 999_999_999;
const host = { pid: 4242, isAlive: (pid: number) => pid !== DEAD, random, clock: { now: () => new Date() } };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lisa-whole-file-'));
  path = join(directory, 'detail.csv');
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('a whole file', () => {
  it('has no name until it is published, then all of its content and only its owner as reader', async () => {
    const file = await openWholeFile(path, false, host);
    await file.write('один\n');
    await file.write('два\n');
    expect(readdirSync(directory)).toEqual([
      expect.stringMatching(/^\.detail\.csv\.4242-[0-9a-f]{12}\.part$/),
    ]);
    await file.publish();
    await file.discard();
    expect(readdirSync(directory)).toEqual(['detail.csv']);
    expect(readFileSync(path, 'utf8')).toBe('один\nдва\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing when it is discarded', async () => {
    const file = await openWholeFile(path, false, host);
    await file.write('half');
    await file.discard();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('does not take a name that somebody took meanwhile', async () => {
    const file = await openWholeFile(path, false, host);
    await file.write('new');
    writeFileSync(path, 'theirs');
    await expect(file.publish()).rejects.toThrow(FileExists);
    await file.discard();
    expect(readdirSync(directory)).toEqual(['detail.csv']);
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });

  it('lets exactly one of two that race for a name have it', async () => {
    const files = await Promise.all(['a', 'b'].map(() => openWholeFile(path, false, host)));
    await Promise.all(files.map((file, index) => file.write(`content ${index}`)));
    const outcomes = await Promise.allSettled(files.map((file) => file.publish()));
    await Promise.all(files.map((file) => file.discard()));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(readFileSync(path, 'utf8')).toBe(`content ${winner}`);
    expect(readdirSync(directory)).toEqual(['detail.csv']);
  });

  it('replaces an existing file when told to, and keeps the old one until then', async () => {
    writeFileSync(path, 'old');
    const file = await openWholeFile(path, true, host);
    await file.write('new');
    expect(readFileSync(path, 'utf8')).toBe('old');
    await file.publish();
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('removes what killed runs of the same name left, and nothing else', async () => {
    const dead = `.detail.csv.${DEAD}-0123456789ab.part`;
    const forgotten = '.detail.csv.77-0123456789ab.part';
    const others = [
      '.detail.csv.77-ba9876543210.part',
      `.other.csv.${DEAD}-0123456789ab.part`,
      '.detail.csv.bak',
    ];
    for (const name of [dead, forgotten, ...others]) writeFileSync(join(directory, name), 'half');
    utimesSync(join(directory, forgotten), 1_000, 1_000);
    const file = await openWholeFile(path, false, host);
    await file.discard();
    expect(readdirSync(directory).sort()).toEqual([...others].sort());
  });
});

describe('a target', () => {
  it('may be absent, or an ordinary file that is to be replaced', async () => {
    await expect(checkTarget(path, false)).resolves.toBeUndefined();
    writeFileSync(path, 'old');
    await expect(checkTarget(path, true)).resolves.toBeUndefined();
    await expect(checkTarget(path, false)).rejects.toThrow(FileExists);
  });

  it('is never a link, a directory or a device, even with force', async () => {
    const precious = join(directory, 'precious');
    writeFileSync(precious, 'precious');
    symlinkSync(precious, path);
    mkdirSync(join(directory, 'folder'));
    for (const name of [path, join(directory, 'folder'), '/dev/null'])
      await expect(checkTarget(name, true)).rejects.toThrow(NotAFile);
    symlinkSync(join(directory, 'absent'), join(directory, 'dangling'));
    await expect(checkTarget(join(directory, 'dangling'), true)).rejects.toThrow(NotAFile);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  it('needs a directory that is there', async () => {
    await expect(checkTarget(join(directory, 'absent', 'detail.csv'), false)).rejects.toThrow('ENOENT');
  });
});

describe('a full disk', () => {
  it('leaves no file and the old one as it was', async ({ skip }) => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', directory], { stdio: 'pipe' });
    } catch (error) {
      skip(`a small tmpfs cannot be mounted here: ${error}`);
    }
    try {
      writeFileSync(path, 'old');
      const file = await openWholeFile(path, true, host);
      await expect(file.write('x'.repeat(256 * 1024))).rejects.toThrow('ENOSPC');
      await file.discard();
      expect(readdirSync(directory)).toEqual(['detail.csv']);
      expect(readFileSync(path, 'utf8')).toBe('old');
    } finally {
      execFileSync('umount', [directory]);
    }
  });
});
