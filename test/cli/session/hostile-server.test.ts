import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type HostileServer, startHostile, tricks } from '../../support/hostile-server.ts';
import { type Cli, createCli, type Outcome } from '../../support/run-cli.ts';

const TOKEN = 'lisa-secret-token-0123456789abcdef0123456789';

let cli: Cli;
const open: HostileServer[] = [];

async function hostile(answer: RequestListener): Promise<HostileServer> {
  const server = await startHostile(answer);
  open.push(server);
  return server;
}

beforeEach(async () => {
  cli = await createCli();
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  await cli.remove();
});

function balance(server: HostileServer, ...more: string[]): Promise<Outcome> {
  return cli.run(['balance', '--lang', 'en', ...more], {
    tty: true,
    env: { LISA_TOKEN: TOKEN, LISA_SERVER: server.url, NO_COLOR: '1' },
  });
}

/** C0 without the line feed, DEL, C1, and the bidirectional controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('a server that is no cabinet', () => {
  test('cannot bring a control byte to the terminal in its data', async () => {
    const outcome = await balance(await hostile(tricks.escapes()));
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('\\u{1b}[2J');
    expect(outcome.stdout + outcome.stderr).not.toMatch(CONTROL);
  });

  test('cannot bring a control byte to the terminal in a problem', async () => {
    const outcome = await balance(await hostile(tricks.escapedProblem()), '--debug');
    expect(outcome.code).toBe(3);
    expect(outcome.stdout + outcome.stderr).not.toMatch(CONTROL);
  });

  test('cannot fill the memory with a small answer that unfolds', async () => {
    const before = process.memoryUsage().rss;
    const outcome = await balance(await hostile(tricks.bomb()));
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain('larger than allowed');
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
  });

  test.each([[301], [302], [303], [307], [308]])(
    'is not followed elsewhere with the password by a %i',
    async (status) => {
      const elsewhere = await hostile((_request, response) => response.end('{}'));
      const server = await hostile(tricks.redirect(status, elsewhere.url));
      const outcome = await cli.run(['login', '9001234567', '--password-stdin', '--server', server.url], {
        stdin: 'Secret-Password-1\n',
      });
      expect(outcome.code).toBe(7);
      expect(outcome.stderr).toContain(new URL(elsewhere.url).host);
      expect(elsewhere.seen).toEqual([]);
      expect(server.seen).toHaveLength(1);
    },
  );

  test.each([
    ['broken JSON', tricks.wrongJson()],
    ['JSON of another shape', tricks.wrongShape()],
    ['a page', tricks.page()],
  ])('is named when it answers %s, and what it said is not repeated', async (_name, trick) => {
    const server = await hostile(trick);
    const outcome = await balance(server);
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain('not what a cabinet answers');
    expect(outcome.stderr).not.toContain('secret-echo');
    expect(outcome.stdout).toBe('');
  });

  async function pay(page: string) {
    const opened: string[] = [];
    const browsing = await createCli({ browser: async (url) => opened.push(url) });
    onTestFinished(() => browsing.remove());
    const server = await hostile(tricks.payment(page));
    const outcome = await browsing.run(['pay', '300', '--yes', '--no-wait', '--lang', 'en'], {
      tty: true,
      env: { LISA_TOKEN: TOKEN, LISA_SERVER: server.url },
    });
    return { ...outcome, opened };
  }

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:privacy',
    'http://bank.example/pay/1',
    'http://127.0.0.1@bank.example/pay/1',
    '--help',
  ])('cannot have %s opened in place of a payment page', async (page) => {
    const { code, stdout, stderr, opened } = await pay(page);
    expect(code).toBe(7);
    expect(stdout + stderr).not.toContain(page);
    expect(opened).toEqual([]);
  });

  test.each(['https://bank.example/pay/1', 'http://127.0.0.1:8081/pay/1'])(
    'may have %s opened',
    async (page) => {
      expect(await pay(page)).toMatchObject({ code: 0, opened: [page] });
    },
  );

  test('ends the command at its time limit when it never answers', async () => {
    const server = await hostile(tricks.silence());
    const outcome = await balance(server, '--timeout', '1');
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain('No answer');
    expect(server.seen).toHaveLength(1);
  });

  test('is not waited for beyond the time limit, whatever Retry-After it gives', async () => {
    const server = await hostile(tricks.busy(1));
    const outcome = await balance(server, '--timeout', '2');
    expect(outcome.code).toBe(7);
    expect(server.seen).toHaveLength(2);
  });

  test('is tried a few times when it closes half-way, then told as a broken connection', async () => {
    const server = await hostile(tricks.halfway());
    const outcome = await balance(server);
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain('broke');
    expect(server.seen.length).toBe(4);
  });

  test('gets nothing at all when it is not this machine and not encrypted', async () => {
    const outcome = await cli.run(['balance'], {
      env: { LISA_TOKEN: TOKEN, LISA_SERVER: 'http://lisa.example.invalid' },
    });
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain('not encrypted');
  });

  test('gets nothing where certificates are not checked', async () => {
    const server = await hostile(tricks.escapes());
    const outcome = await cli.run(['balance'], {
      env: { LISA_TOKEN: TOKEN, LISA_SERVER: server.url, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    });
    expect(outcome.code).toBe(1);
    expect(server.seen).toEqual([]);
  });

  test('is never asked through a proxy when it is this machine', async () => {
    const proxy = await hostile((_request, response) => response.end());
    const server = await hostile(tricks.escapes());
    const env = { LISA_TOKEN: TOKEN, LISA_SERVER: server.url, HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url };
    expect((await cli.run(['balance'], { env })).code).toBe(0);
    expect(proxy.seen).toEqual([]);
  });

  test('shows in --debug without the token and the query', async () => {
    const server = await hostile(tricks.escapes());
    const outcome = await balance(server, '--debug');
    expect(outcome.stderr).toMatch(/GET \/v1\/balance 200 \d+ ms/);
    expect(outcome.stderr).not.toContain(TOKEN);
  });
});

describe('the way to a cabinet', () => {
  test.each([
    ['http://127.0.0.1:1', 'Nothing answers'],
    ['https://lisa.invalid', 'not known here'],
  ])('%s fails in its own words', async (server, words) => {
    const outcome = await cli.run(['balance'], { env: { LISA_TOKEN: TOKEN, LISA_SERVER: server } });
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain(words);
  });

  test('a proxy that refuses is told as such, without its password', async () => {
    const proxy = createServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n'),
      );
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const outcome = await cli.run(['balance', '--timeout', '5'], {
      env: {
        LISA_TOKEN: TOKEN,
        LISA_SERVER: 'https://lisa.invalid',
        https_proxy: '',
        HTTPS_PROXY: `http://user:hunter2@127.0.0.1:${port}`,
      },
    });
    proxy.close();
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain('The proxy did not let the request through: 407');
    expect(outcome.stderr).not.toContain('hunter2');
  });
});
