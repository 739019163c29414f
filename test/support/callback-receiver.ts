import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Callback {
  event: string;
  payment: string;
  /** Whether the signature is that of the body under the key. */
  genuine: boolean;
  /** Unix seconds, as signed. */
  signedAt: number;
}

/** A merchant's server that takes callbacks; `answer` chooses the status of each. */
export async function receiveCallbacks(key: string, answer: (nth: number) => number = () => 204) {
  const received: Callback[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const match = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request.headers['acquirer-signature']));
    const right = createHmac('sha256', key).update(`${match?.[1]}.${body}`).digest('hex');
    received.push({ ...JSON.parse(body), genuine: match?.[2] === right, signedAt: Number(match?.[1]) });
    response.writeHead(answer(received.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1/acquirer/callbacks`, received };
}
