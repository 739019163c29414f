import { realHost } from '../src/cli/host.ts';
import { run } from '../src/cli/main.ts';

process.exitCode = await run(
  realHost({
    sandbox: async () => (await import('../src/cabinet/sandbox/control.ts')).sandbox,
    cabinet: async () => (await import('../src/cabinet/port.ts')).cabinet,
  }),
);
// A terminal or a pipe that was read from would keep the process waiting for more.
process.stdin.unref?.();
