import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireLock, readHolder } from '../../../../src/cabinet/sandbox/lock.ts';
import { identifyProcess } from '../../../../src/cabinet/sandbox/process-identity.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lisa-lock-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function identityOf(pid: number): Promise<string> {
  const identity = await identifyProcess(pid);
  if (identity === null) throw new Error(`no process ${pid}`);
  return identity;
}

const self = async () => ({ pid: process.pid, identity: await identityOf(process.pid) });

/** A process that tries to take the lock, says who has it, and lives on until it is killed. */
async function contender(dataDir: string): Promise<{ child: ChildProcess; holder: number }> {
  const lock = JSON.stringify(resolve('src/cabinet/sandbox/lock.ts'));
  const identity = JSON.stringify(resolve('src/cabinet/sandbox/process-identity.ts'));
  const program = `
    const { acquireLock } = await import(${lock});
    const { identifyProcess } = await import(${identity});
    const self = { pid: process.pid, identity: await identifyProcess(process.pid) };
    console.log((await acquireLock(process.argv[1], self)).pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, holder: Number(line) };
}

describe('the lock of a folder', () => {
  it('belongs to whoever takes it first, and stays while they live', async () => {
    const dataDir = folder();
    const me = await self();
    expect(await readHolder(dataDir)).toBeUndefined();
    expect(await acquireLock(dataDir, me)).toEqual(me);
    expect(await acquireLock(dataDir, { pid: 1, identity: 'another' })).toEqual(me);
    expect(await readHolder(dataDir)).toEqual(me);
  });

  it('of a dead process goes to the next, and old locks are cleared away', async () => {
    const dataDir = folder();
    const { child, holder } = await contender(dataDir);
    expect(holder).toBe(child.pid);
    expect(await acquireLock(dataDir, await self())).toMatchObject({ pid: child.pid });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await acquireLock(dataDir, await self())).toEqual(await self());
    expect(readdirSync(dataDir)).toEqual(['lock.2']);
  });

  it('is not held by a stranger who was given the number of a dead process', async () => {
    const dataDir = folder();
    const stranger = { pid: process.ppid, identity: 'started at another time' };
    writeFileSync(join(dataDir, 'lock.7'), JSON.stringify(stranger));
    expect(await readHolder(dataDir)).toBeUndefined();
    expect(await acquireLock(dataDir, await self())).toEqual(await self());
  });

  it('of a live process that is not ours is never taken away', async () => {
    const dataDir = folder();
    const parent = { pid: process.ppid, identity: await identityOf(process.ppid) };
    writeFileSync(join(dataDir, 'lock.7'), JSON.stringify(parent));
    expect(await acquireLock(dataDir, await self())).toEqual(parent);
    expect(readdirSync(dataDir)).toEqual(['lock.7']);
  });

  it('goes to exactly one of many processes that find it dead at the same time', {
    timeout: 60_000,
  }, async () => {
    for (let round = 0; round < 5; round += 1) {
      const dataDir = folder();
      writeFileSync(join(dataDir, 'lock.3'), JSON.stringify({ pid: 1, identity: 'dead' }));
      const contenders = await Promise.all(Array.from({ length: 4 }, () => contender(dataDir)));
      const holders = new Set(contenders.map(({ holder }) => holder));
      expect(holders.size).toBe(1);
      expect(contenders.map(({ child }) => child.pid)).toContain([...holders][0]);
      expect((await readHolder(dataDir))?.pid).toBe([...holders][0]);
      for (const { child } of contenders) child.kill('SIGKILL');
    }
  });
});
