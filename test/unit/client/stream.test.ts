import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../../src/client/cabinet.ts';
import { createTransport } from '../../../src/client/transport.ts';
import { listUsage } from '../../../src/contract/operations/usage.ts';
import { type HostileServer, startHostile, tricks } from '../../support/hostile-server.ts';
import { seededRandom } from '../../support/random.ts';

let server: HostileServer | undefined;
afterEach(() => server?.close());

test('a stream of something else is refused, and its connection let go of', async () => {
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<void>();
  server = await startHostile(tricks.endlessPage(onClosed));
  const transport = createTransport({ origin: server.url, env: {}, timeoutMs: 30_000, userAgent: 'test' });
  const client = createClient({ transport, token: async () => 'secret', random: seededRandom('stream') });
  const read = async () => {
    for await (const line of client.stream(listUsage, {})) throw new Error(line);
  };
  await expect(read()).rejects.toMatchObject({ failure: 'bad_reply', detail: 'content-type' });
  await closed;
});
