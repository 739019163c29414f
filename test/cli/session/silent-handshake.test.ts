import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InstalledCli, installedCli } from '../../support/installed-cli.ts';

let cli: InstalledCli;
const silent = createServer(() => {});

beforeAll(async () => {
  cli = installedCli();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(() => {
  cli.remove();
  silent.close();
});

/** The server keeps its connections: a program that waits for them never ends, and the test runs out of its time. */
test.each([[[]], [['--trace', 'silent.har']]])(
  'a handshake that is never answered ends with its time limit, and so does the program (%j)',
  async (more) => {
    const env = {
      LISA_SERVER: `https://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      LISA_TOKEN: 'lisa_ses_x',
    };
    const { code, stderr } = await cli.run(['balance', '--timeout', '1', '--json', ...more], { env });
    expect(code).toBe(7);
    expect(stderr).toContain('transport_timeout');
  },
);
