import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * What happens to a mutating request: `pass` · `lose` its answer after the cabinet has given it · `hang` after that ·
 * `break` the connection before the cabinet hears of it · `busy` answers 503 instead of the cabinet, `fail` 500, and
 * `newer` 500 with a code that no client knows, `limit` 429.
 */
export type Fate = 'pass' | 'lose' | 'hang' | 'break' | 'busy' | 'fail' | 'newer' | 'limit';

export interface LossyProxy {
  url: string;
  /** The mutating requests so far, dry runs not counted. */
  sent: { path: string; key: string | undefined }[];
  /** Settles when the cabinet has answered the first mutating request. */
  reached: Promise<void>;
  stop(): Promise<void>;
}

/**
 * An HTTP proxy before `target`; `fates` are of the mutating requests in their order, the last one of all that follow.
 * `before` is waited for when such a request has come, and is told how many came before it.
 */
export async function startLossyProxy(
  target: string,
  fates: readonly Fate[],
  before: (earlier: number) => unknown = () => {},
): Promise<LossyProxy> {
  const sent: LossyProxy['sent'] = [];
  const { promise: reached, resolve: onReached } = Promise.withResolvers<void>();
  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? '/';
    const mutating = incoming.method === 'POST' && !path.includes('dry_run');
    let fate: Fate = 'pass';
    if (mutating) {
      fate = fates[sent.length] ?? fates.at(-1) ?? 'pass';
      sent.push({ path, key: incoming.headers['idempotency-key']?.toString() });
      await before(sent.length - 1);
    }
    if (fate === 'break') incoming.socket.destroy();
    else if (fate === 'busy') refuse(outgoing, 503, 'unavailable');
    else if (fate === 'fail') refuse(outgoing, 500, 'internal');
    else if (fate === 'newer') refuse(outgoing, 500, 'code_of_tomorrow');
    else if (fate === 'limit') refuse(outgoing, 429, 'rate_limited', { retry_after_seconds: 1 });
    else forward(new URL(path, target), incoming, outgoing, fate, onReached);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent,
    reached,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(outgoing: ServerResponse, status: number, code: string, params = {}): void {
  const problem = { type: 'about:blank', title: code, status, code, params, request_id: 'proxy' };
  outgoing.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
}

function forward(
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fate: Fate,
  onReached: () => void,
): void {
  const { method, headers } = incoming;
  const upstream = request(url, { method, headers: { ...headers, host: url.host } }, (answer) => {
    if (fate === 'pass') {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    answer.resume().on('end', () => {
      if (fate === 'lose') incoming.socket.destroy();
      onReached();
    });
  });
  incoming.pipe(upstream);
}
