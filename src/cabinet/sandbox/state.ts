import { existsSync } from 'node:fs';
import { readJson, sandboxFiles } from './files.ts';
import { type Holder, readHolder } from './lock.ts';

/** `sandbox.json`: there while the sandbox answers. */
export interface StateFile extends Holder {
  url: string;
  port: number;
  control_token: string;
  /** RFC 3339, by the real clock. */
  started_at: string;
  version: string;
  data_version: number;
}

/** A sandbox that answers. `controlToken` opens the operations under `/v1/sandbox`. */
export interface RunningSandbox {
  state: 'running';
  dataDir: string;
  pid: number;
  url: string;
  port: number;
  controlToken: string;
  startedAt: Date;
  version: string;
  dataVersion: number;
}

export type SandboxStatus =
  | RunningSandbox
  | { state: 'starting'; dataDir: string; pid: number }
  | { state: 'stopped'; dataDir: string; initialised: boolean; leftBy?: number };

/** What goes on in a folder; a state file that a killed process left behind only tells its number. */
export async function readStatus(dataDir: string): Promise<SandboxStatus> {
  const { database, state } = sandboxFiles(dataDir);
  const holder = existsSync(dataDir) ? await readHolder(dataDir) : undefined;
  const file = await readJson<StateFile>(state);
  if (!holder) {
    const left = file === undefined ? {} : { leftBy: file.pid };
    return { state: 'stopped', dataDir, initialised: existsSync(database), ...left };
  }
  if (!file || file.pid !== holder.pid || file.identity !== holder.identity) {
    return { state: 'starting', dataDir, pid: holder.pid };
  }
  return {
    state: 'running',
    dataDir,
    pid: file.pid,
    url: file.url,
    port: file.port,
    controlToken: file.control_token,
    startedAt: new Date(file.started_at),
    version: file.version,
    dataVersion: file.data_version,
  };
}
