import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';

/** A request as a stranger saw it. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface HostileServer {
  url: string;
  /** Everything that was asked of it, in order. */
  seen: Seen[];
  close(): Promise<void>;
}

/** A server on loopback that answers what a test wants and remembers what it was asked. */
export async function startHostile(answer: RequestListener): Promise<HostileServer> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(pieces).toString('utf8') });
    answer(request, response);
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Things that no cabinet does. */
export const tricks = {
  /** A payment whose page is something else. */
  payment: (page: string): RequestListener => {
    const at = '2026-03-01T12:00:00+03:00';
    const amount = { amount: '300.00', currency: 'RUB' };
    const nothing = { brand: null, last4: null, decline_reason: null };
    const payment = { id: 'one', amount, state: 'pending', ...nothing, created_at: at, updated_at: at };
    return (_request, response) =>
      response
        .writeHead(201, JSON_TYPE)
        .end(JSON.stringify({ payment, checkout_url: page, balance: amount }));
  },

  /** A reply of the right shape with escape sequences wherever there is text. */
  escapes: (): RequestListener => (_request, response) => {
    const evil = '\u001b[2J\u001b]0;owned\u0007\r\u009b31mред\u202eкод';
    response.writeHead(200, JSON_TYPE).end(
      JSON.stringify({
        account_id: evil,
        msisdn: '9001234567',
        balance: { amount: '1.00', currency: 'RUB' },
        held: { amount: '0.00', currency: 'RUB' },
        state: 'active',
        tariff: { id: evil, name: { ru: evil, en: evil } },
        base_rates_since: null,
        promise: null,
        remains: [],
        as_of: '2026-03-05T14:00:00+05:00',
      }),
    );
  },
  /** A problem with escape sequences in its code, its parameters and its request id. */
  escapedProblem: (): RequestListener => (_request, response) => {
    const evil = '\u001b[31mx\u0007';
    response
      .writeHead(403, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify({ status: 403, code: `odd${evil}`, params: { why: evil }, request_id: evil }));
  },
  /** 200 MiB of spaces in 200 KB of gzip. */
  bomb: (): RequestListener => (_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    const gzip = createGzip();
    gzip.pipe(response);
    response.on('close', () => gzip.destroy());
    const piece = Buffer.alloc(1024 * 1024, ' ');
    let left = 200;
    const pump = () => {
      while (left > 0) {
        left -= 1;
        if (!gzip.write(piece)) return void gzip.once('drain', pump);
      }
      gzip.end();
    };
    gzip.on('error', () => {});
    pump();
  },
  redirect:
    (status: number, to: string): RequestListener =>
    (_request, response) => {
      response.writeHead(status, { location: `${to}/v1/sessions` }).end();
    },
  wrongJson: (): RequestListener => (_request, response) => {
    response.writeHead(200, JSON_TYPE).end('{"balance": secret-echo');
  },
  wrongShape: (): RequestListener => (_request, response) => {
    response.writeHead(200, JSON_TYPE).end('{"balance":"secret-echo"}');
  },
  page: (): RequestListener => (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>secret-echo</h1>');
  },
  /** A page that goes on and on, as a captive portal's download might. */
  endlessPage:
    (onClosed: () => void): RequestListener =>
    (_request, response) => {
      response.on('close', onClosed);
      response.writeHead(200, { 'content-type': 'text/html' }).write('<h1>secret-echo</h1>');
    },
  busy:
    (retryAfterSeconds: number): RequestListener =>
    (_request, response) => {
      const headers = { 'content-type': 'application/problem+json', 'retry-after': `${retryAfterSeconds}` };
      response.writeHead(503, headers).end(JSON.stringify({ status: 503, code: 'unavailable' }));
    },
  silence: (): RequestListener => () => {},
  halfway: (): RequestListener => (_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' });
    response.write('{"balance":');
    setTimeout(() => response.destroy(), 20);
  },
};
