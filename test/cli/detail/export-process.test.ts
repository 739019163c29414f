import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startCuttingProxy } from '../../support/cutting-proxy.ts';
import { type Person, usePeople } from '../../support/people.ts';
import { addUsage } from '../../support/usage.ts';

const people = usePeople();
const MAIN = join(import.meta.dirname, '../../../bin/main.ts');

/** The real program in a shell; `lisa` is a word of it. */
function shell({ cli }: Person, line: string, cwd = cli.home): ChildProcess {
  const script = `set -o pipefail; lisa() { '${process.execPath}' '${MAIN}' "$@"; }; ${line}`;
  return spawn('bash', ['-c', script], {
    cwd,
    env: { ...process.env, ...cli.env, HOME: cli.home },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

async function finish(child: ChildProcess): Promise<{ code: number; stdout: string; stderr: string }> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    texts.stdout += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    texts.stderr += String(chunk);
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), ...texts };
}

function filesOf({ cli }: Person): string[] {
  return readdirSync(cli.home).filter((name) => name.includes('detail'));
}

test('lisa detail export --out - | head -1 is quiet and succeeds, twenty times in a row', async () => {
  const person = await people().join();
  await addUsage(people().store, person.accountId, 5_000);
  const line = 'for i in $(seq 20); do lisa detail export --out - | head -1 || exit; done';
  const { code, stdout, stderr } = await finish(shell(person, line));
  const head = 'start,type,direction,counterpart,place,volume,unit,cost,balance_after,service\r\n';
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: head.repeat(20), stderr: '' });
}, 180_000);

test('a device that is full is a failure', async () => {
  const person = await people().join();
  await addUsage(people().store, person.accountId, 100);
  const { code, stderr } = await finish(shell(person, 'lisa detail export --out - > /dev/full'));
  expect([code, stderr]).toEqual([1, expect.stringContaining('ENOSPC')]);
});

test('a disk that fills up leaves no file, and the old one as it was', async ({ skip }) => {
  const person = await people().join();
  await addUsage(people().store, person.accountId, 5_000);
  const disk = join(person.cli.home, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    skip(`a small tmpfs cannot be mounted here: ${error}`);
  }
  try {
    writeFileSync(join(disk, 'detail.csv'), 'old');
    const { code, stderr } = await finish(
      shell(person, 'lisa detail export --out detail.csv --force --json', disk),
    );
    expect([code, JSON.parse(stderr).code]).toEqual([1, 'write_failed']);
    expect(readdirSync(disk)).toEqual(['detail.csv']);
    expect(readFileSync(join(disk, 'detail.csv'), 'utf8')).toBe('old');
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('a killed export leaves no file of its name, and the next one takes its leftover away', async () => {
  let stall = true;
  const proxy = await startCuttingProxy(people().cabinet.url, () => (stall ? 200_000 : undefined), {
    stall: true,
  });
  try {
    const person = await people().join({}, proxy.url);
    await addUsage(people().store, person.accountId, 3_000);
    const child = shell(person, 'lisa detail export --out detail.csv');
    const ended = finish(child);
    while (filesOf(person).length === 0) await sleep(20);
    await sleep(200);
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
    expect(filesOf(person)).toEqual([expect.stringMatching(/^\.detail\.csv\.\d+-[0-9a-f]{12}\.part$/)]);
    stall = false;
    expect(await finish(shell(person, 'lisa detail export --out detail.csv --quiet'))).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(filesOf(person)).toEqual(['detail.csv']);
  } finally {
    await proxy.stop();
  }
});
