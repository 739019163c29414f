import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject, onTestFinished } from 'vitest';
import { sandboxFiles } from '../../src/cabinet/sandbox/files.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { type Cli, createCli } from './run-cli.ts';
import { control, startSandbox } from './sandbox.ts';

/** Making a sandbox, or waiting for one, on a busy machine. */
export const LONG = 240_000;

/** A machine whose sandbox is made and stopped, or not made at all; what runs on it ends with the test. */
export async function machineWithSandbox(made: 'made' | 'none' = 'made', clock?: Clock): Promise<Cli> {
  const cli = await createCli({ sandbox: async () => control, ...(clock && { clock }) });
  const folder = join(cli.dataDir, 'sandbox');
  onTestFinished(async () => {
    await control.stop(folder);
    await cli.remove();
  });
  if (made === 'made') await copySandbox(folder);
  return cli;
}

/** A sandbox that was made and stopped. */
export async function copySandbox(folder: string): Promise<void> {
  cpSync(await template(), folder, { recursive: true });
}

/** Made once in a run, by whichever test file needs it first. */
async function template(): Promise<string> {
  const home = dirname(inject('pgliteDump'));
  const ready = join(home, 'sandbox-template');
  const making = join(home, 'sandbox-template.making');
  const mine = claim(making);
  if (mine) {
    await startSandbox(making);
    await control.stop(making);
    // Its copies run side by side.
    rmSync(sandboxFiles(making).port);
    renameSync(making, ready);
  }
  while (!existsSync(ready)) await sleep(100);
  return ready;
}

/** True for the first who asks. */
function claim(folder: string): boolean {
  if (existsSync(folder) || existsSync(folder.replace('.making', ''))) return false;
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
