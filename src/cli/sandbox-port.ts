/** A sandbox that answers. */
export interface RunningSandbox {
  state: 'running';
  dataDir: string;
  pid: number;
  /** Origin of its cabinet, on loopback. */
  url: string;
  port: number;
  /** Bearer token of the operations under `/v1/sandbox`. Secret. */
  controlToken: string;
  startedAt: Date;
  /** Version of the program that runs it, and of its data set. */
  version: string;
  dataVersion: number;
}

/**
 * `starting`: its process is alive and does not answer yet. `initialised`: there is data to start with. `leftBy`: the
 * process that ended without stopping, whose lock the next start takes over.
 */
export type SandboxStatus =
  | RunningSandbox
  | { state: 'starting'; dataDir: string; pid: number }
  | { state: 'stopped'; dataDir: string; initialised: boolean; leftBy?: number };

/** What a starting sandbox is busy with; `fraction` is of the step, from 0 to 1. */
export interface SandboxProgress {
  step: 'opening' | 'migrating' | 'seeding' | 'listening';
  fraction: number;
}

export type SandboxStart =
  | { ok: true; sandbox: RunningSandbox; alreadyRunning: boolean }
  | { ok: false; reason: 'exited' | 'timeout'; logFile: string; logTail: string[] };

/** The way in for the subscriber whom the documentation speaks of. Every subscriber of a sandbox has this password. */
export interface DemoCredentials {
  msisdn: string;
  networkLogin: string;
  accountNumber: string;
  password: string;
  codeword: string;
  /** Another subscriber of the sandbox, for gifts. */
  friendMsisdn: string;
}

export interface SandboxOptions {
  dataDir: string;
  onProgress?: (progress: SandboxProgress) => void;
  /** Ends the waiting; what has been started goes on. */
  signal?: AbortSignal;
}

/** The sandbox as the commands see it; `bin` hands in the implementation, the CLI never imports it. */
export interface SandboxPort {
  readonly demo: DemoCredentials;
  /** Finds the running one, or starts it and waits until it answers. */
  start(options: SandboxOptions): Promise<SandboxStart>;
  /** Ends it gracefully; false when none was running. */
  stop(dataDir: string): Promise<boolean>;
  status(dataDir: string): Promise<SandboxStatus>;
  /** Ends it, forgets its data and its calendar, and starts it anew. */
  reset(options: SandboxOptions): Promise<SandboxStart>;
}
