import type { Host } from './host.ts';

const hanging = new WeakSet<Host>();

/** Notes that a native call was given up and still runs: the process cannot end in the ordinary way. */
export function noteHanging(host: Host): void {
  hanging.add(host);
}

/** Ends the process when a native call hangs in it, after everything was told; otherwise does nothing. */
export async function leaveHanging(host: Host, exitCode: number): Promise<void> {
  if (!hanging.has(host)) return;
  await new Promise<void>((resolve) => host.stderr.write('', () => resolve()));
  host.abandon(exitCode);
}
