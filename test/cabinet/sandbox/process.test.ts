import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { identifyProcess } from '../../../src/cabinet/sandbox/process-identity.ts';
import type { Progress } from '../../../src/cabinet/sandbox/progress.ts';
import { ask } from '../../support/http.ts';
import { control, sandboxFolder, startSandbox } from '../../support/sandbox.ts';
import { copySandbox, LONG } from '../../support/sandbox-cli.ts';

/** The folder of a sandbox that was made and stopped. */
async function madeSandbox(): Promise<string> {
  const folder = sandboxFolder();
  await copySandbox(folder);
  return folder;
}

async function logIn(url: string): Promise<string> {
  const { demo } = control;
  const body = { login: demo.msisdn, password: demo.password };
  return (await ask({ url }, '/v1/sessions', { method: 'POST', key: null, body })).body.token;
}

async function balance(url: string): Promise<string> {
  return (await ask({ url }, '/v1/balance', { token: await logIn(url) })).body.balance.amount;
}

async function alive(pid: number): Promise<boolean> {
  return (await identifyProcess(pid)) !== null;
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (await alive(pid)) await sleep(20);
}

describe('a sandbox', () => {
  it('starts, is found by a second start, answers, keeps what was done, and stops', {
    timeout: LONG,
  }, async () => {
    const dataDir = await madeSandbox();
    expect(await control.status(dataDir)).toEqual({ state: 'stopped', dataDir, initialised: true });
    const { alreadyRunning, ...sandbox } = await startSandbox(dataDir);
    expect(alreadyRunning).toBe(false);
    expect(await startSandbox(dataDir)).toEqual({ ...sandbox, alreadyRunning: true });
    expect(await control.status(dataDir)).toEqual(sandbox);
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);

    const before = await balance(sandbox.url);
    const token = await logIn(sandbox.url);
    const gift = { melody: 'folk-kalinka', to: control.demo.friendMsisdn };
    const given = await ask(sandbox, '/v1/tone-gifts', { method: 'POST', token, body: gift });
    expect(given.body.balance_before.amount).toBe(before);
    const after = given.body.balance_after.amount;

    expect(await control.stop(dataDir)).toBe(true);
    expect(await alive(sandbox.pid)).toBe(false);
    expect(await control.status(dataDir)).toEqual({ state: 'stopped', dataDir, initialised: true });
    expect(await control.stop(dataDir)).toBe(false);
    expect(existsSync(join(dataDir, 'sandbox.json'))).toBe(false);

    const again = await startSandbox(dataDir);
    expect(again.port).toBe(sandbox.port);
    expect(again.controlToken).not.toBe(sandbox.controlToken);
    expect(await balance(again.url)).toBe(after);

    // Killed, it is recovered with everything that was acknowledged; the session that was open still is.
    const kept = await logIn(again.url);
    await kill(again.pid);
    const left = { state: 'stopped', dataDir, initialised: true, leftBy: again.pid };
    expect(await control.status(dataDir)).toEqual(left);
    const recovered = await startSandbox(dataDir);
    expect(recovered.alreadyRunning).toBe(false);
    const { body } = await ask(recovered, '/v1/balance', { token: kept });
    expect(body.balance.amount).toBe(after);
  });

  it('keeps its calendar over a restart, and lets nobody move it without the control token', {
    timeout: LONG,
  }, async () => {
    const dataDir = await madeSandbox();
    const first = await startSandbox(dataDir);
    const moved = await advance(first, 30 * 86_400);
    expect(moved.offset_seconds).toBe(30 * 86_400);
    const stranger = await ask(first, '/v1/sandbox/clock', { token: await logIn(first.url) });
    expect(stranger.status).toBe(401);
    await kill(first.pid);
    const second = await startSandbox(dataDir);
    const kept = await calendar(second);
    expect(kept.offset_seconds).toBe(30 * 86_400);
    const answer = await ask(second, '/v1/sandbox/clock/reset', {
      method: 'POST',
      token: second.controlToken,
    });
    expect(answer.body.offset_seconds).toBe(0);
    expect((await calendar(second)).offset_seconds).toBe(0);
  });

  it('that was killed while its data was made is made again', { timeout: LONG }, async () => {
    const dataDir = sandboxFolder();
    expect(await control.status(dataDir)).toEqual({ state: 'stopped', dataDir, initialised: false });
    for (const step of ['opening', 'seeding'] as const) {
      const starting = control.start({ dataDir });
      const pid = await reaching(dataDir, step);
      await kill(pid);
      const failed = await starting;
      expect(failed).toMatchObject({ ok: false, reason: 'exited' });
      expect(existsSync(join(dataDir, 'db'))).toBe(false);
    }
    const steps: Progress['step'][] = [];
    const made = await control.start({ dataDir, onProgress: ({ step }) => steps.push(step) });
    if (!made.ok) throw new Error(made.logTail.join('\n'));
    expect([...new Set(steps)]).toEqual(expect.arrayContaining(['opening', 'seeding']));
    expect(Number(await balance(made.sandbox.url))).toBeGreaterThan(1_000);
    expect(readdirSync(dataDir)).not.toContain('db.unfinished');
  });

  it('that cannot start says so with the end of its log', { timeout: LONG }, async () => {
    const dataDir = sandboxFolder();
    await writeFile(join(dataDir, 'db'), 'not a database');
    const failed = await control.start({ dataDir });
    expect(failed).toMatchObject({ ok: false, reason: 'exited', logFile: join(dataDir, 'sandbox.log') });
    expect(failed.ok || failed.logTail.join('\n')).toContain('Error');
  });

  it('started by many at once is one sandbox, after a stop and after a kill', { timeout: LONG }, async () => {
    const dataDir = await madeSandbox();
    await startSandbox(dataDir);
    for (let round = 0; round < 2; round += 1) {
      const last = await control.status(dataDir);
      if (round % 2 === 0) await control.stop(dataDir);
      else if (last.state === 'running') await kill(last.pid);
      const started = await Promise.all([
        startSandbox(dataDir),
        startSandbox(dataDir),
        startSandbox(dataDir),
      ]);
      expect(new Set(started.map(({ pid }) => pid)).size).toBe(1);
      expect(started.filter(({ alreadyRunning }) => !alreadyRunning)).toHaveLength(1);
    }
  });

  it('keeps its secrets to its owner: in no log, and in files that nobody else can read', {
    timeout: LONG,
  }, async () => {
    const dataDir = await madeSandbox();
    const sandbox = await startSandbox(dataDir);
    const token = await logIn(sandbox.url);
    await calendar(sandbox);
    await control.stop(dataDir);
    const log = await readFile(join(dataDir, 'sandbox.log'), 'utf8');
    for (const secret of [sandbox.controlToken, token, control.demo.password])
      expect(log).not.toContain(secret);
    if (process.platform === 'win32') return;
    const open = readdirSync(dataDir).filter(
      (name) => name !== 'db' && (statSync(join(dataDir, name)).mode & 0o077) !== 0,
    );
    expect(open).toEqual([]);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
  });
});

interface Control {
  url: string;
  controlToken: string;
}

async function advance({ url, controlToken }: Control, seconds: number) {
  const how = { method: 'POST', token: controlToken, body: { seconds } };
  return (await ask({ url }, '/v1/sandbox/clock/advance', how)).body;
}

async function calendar({ url, controlToken }: Control) {
  return (await ask({ url }, '/v1/sandbox/clock', { token: controlToken })).body;
}

/** Waits until a starting sandbox is busy with `step`; answers its process. */
async function reaching(dataDir: string, step: Progress['step']): Promise<number> {
  while (true) {
    const status = await control.status(dataDir);
    const progress = await readFile(join(dataDir, 'progress.json'), 'utf8').catch(() => '{}');
    if (status.state === 'starting' && JSON.parse(progress).step === step) return status.pid;
    await sleep(5);
  }
}
