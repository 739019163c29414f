import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import type { Connection } from './recorder.ts';

/** undici's own connector, and the moments of the newest connection that it made; `signal` ends them. */
export async function measuredConnector(signal: AbortSignal): Promise<{
  connect: buildConnector.connector;
  newest(): Connection | undefined;
}> {
  const { default: build } = await import('undici/lib/core/connect.js');
  const plain = build({ timeout: 0, allowH2: false, signal });
  let newest: Connection | undefined;
  return {
    newest: () => newest,
    connect(options, callback) {
      const connection: Connection = { begun: performance.now() };
      newest = connection;
      const socket = plain(options, callback) as unknown as Socket;
      // A name with several addresses is looked up once and told for each of them.
      socket.once('lookup', () => {
        connection.lookedUp = performance.now();
      });
      socket.once('connect', () => {
        connection.connected = performance.now();
      });
      socket.once('secureConnect', () => {
        connection.secured = performance.now();
      });
    },
  };
}
