import { fileURLToPath } from 'node:url';
import { realHost } from '../src/cli/host.ts';
import { run } from '../src/cli/main.ts';

const host = realHost({
  sandbox: async () => {
    const { sandboxControl } = await import('../src/cabinet/sandbox/control.ts');
    return sandboxControl({
      execPath: process.execPath,
      serverFile: fileURLToPath(new URL('sandbox.js', import.meta.url)),
      env: process.env,
      signal: (pid, signal) => process.kill(pid, signal),
    });
  },
  cabinet: async () => (await import('../src/cabinet/main.ts')).cabinet,
});

process.once('uncaughtException', (error) => {
  void import('../src/cli/command-line.ts')
    .then(({ tellCrash }) => tellCrash(host, error))
    .then((code) => process.exit(code));
});

process.exitCode = await run(host);
host.close();
