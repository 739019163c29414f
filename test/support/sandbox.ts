import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { sandboxControl } from '../../src/cabinet/sandbox/control.ts';
import type { RunningSandbox } from '../../src/cabinet/sandbox/state.ts';

/** Controls real sandbox processes, run from the sources. */
export const control = sandboxControl({
  execPath: process.execPath,
  serverFile: resolve('src/cabinet/sandbox/main.ts'),
  env: process.env,
  signal: (pid, signal) => process.kill(pid, signal),
});

/** A new folder; whatever runs in it when the test ends is stopped. */
export function sandboxFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lisa-sandbox-'));
  onTestFinished(() => removeSandbox(folder));
  return folder;
}

async function removeSandbox(folder: string): Promise<void> {
  await control.stop(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Starts a sandbox that has to start. */
export async function startSandbox(dataDir: string): Promise<RunningSandbox & { alreadyRunning: boolean }> {
  const started = await control.start({ dataDir });
  if (!started.ok)
    throw new Error(`the sandbox did not start: ${started.reason}\n${started.logTail.join('\n')}`);
  return { ...started.sandbox, alreadyRunning: started.alreadyRunning };
}
