import { connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** How many answers were cut so far. */
  cuts(): number;
  stop(): Promise<void>;
}

/**
 * A TCP proxy before `target` that cuts connections in the middle of an answer, or says no more and stays. `cutAfter` is
 * asked for every streamed answer, counted from 0: how many of its bytes pass, `undefined` for all of them. Other requests
 * pass untouched.
 */
export async function startCuttingProxy(
  target: string,
  cutAfter: (stream: number) => number | undefined,
  { stall = false }: { stall?: boolean } = {},
): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let streams = 0;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let left: number | undefined;
    const end = () => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
    };
    open.add(client);
    client.on('error', end).on('close', end);
    upstream.on('error', end).on('close', () => client.end());
    client.on('data', (chunk) => {
      left = chunk.includes('application/x-ndjson') ? cutAfter(streams++) : undefined;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (left === undefined || chunk.length < left) {
        if (left !== undefined) left -= chunk.length;
        client.write(chunk);
        return;
      }
      cuts += 1;
      const last = chunk.subarray(0, left);
      left = 0;
      if (stall) {
        upstream.pause();
        client.write(last);
        return;
      }
      upstream.destroy();
      client.write(last, end);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cuts: () => cuts,
    stop: async () => {
      for (const client of open) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
