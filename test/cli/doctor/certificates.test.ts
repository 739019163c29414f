import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Authority, makeAuthority, serveTls, type Wanted } from '../../support/certificates.ts';
import { diagnosisOf } from '../../support/doctor.ts';
import { type InstalledCli, installedCli } from '../../support/installed-cli.ts';
import { havePrograms } from '../../support/programs.ts';

const NAMES = 'IP:127.0.0.1';

describe.skipIf(!havePrograms('openssl'))('the certificate of a cabinet', () => {
  let authority: Authority;
  let cli: InstalledCli;

  beforeAll(() => {
    authority = makeAuthority();
    cli = installedCli();
  });
  afterAll(() => {
    authority.remove();
    cli.remove();
  });

  async function examine(server: string, env: Record<string, string> = {}) {
    const trust = { NODE_EXTRA_CA_CERTS: authority.file };
    return diagnosisOf(
      await cli.run(['doctor', '--json'], { env: { LISA_SERVER: server, ...trust, ...env } }),
    );
  }

  async function examineIssued(wanted: Wanted, env: Record<string, string> = {}) {
    return examine(`https://127.0.0.1:${await serveTls(authority.issue(wanted))}`, env);
  }

  test('that is valid and trusted is fine, and so is the connection', async () => {
    const found = await examineIssued({ names: NAMES });
    expect(found.of('certificate')).toMatchObject({ level: 'ok', code: 'certificate' });
    expect(found.of('certificate')?.detail).toContain('Private authority');
    expect(found.of('connection')).toMatchObject({ level: 'ok' });
    expect(found.code).toBe(0);
  });

  test('that expires next week is a note', async () => {
    const found = await examineIssued({ names: NAMES, from: -83, until: 7 });
    expect(found.of('certificate')).toMatchObject({ level: 'warn', code: 'certificate_soon' });
    expect(found.of('connection')).toMatchObject({ level: 'ok' });
    expect(found.code).toBe(0);
  });

  test.each<[string, Wanted, Record<string, string>, string, RegExp]>([
    ['has expired', { names: NAMES, from: -60, until: -30 }, {}, 'certificate_expired', /operator/],
    ['is not valid yet', { names: NAMES, from: 30 }, {}, 'certificate_not_yet', /clock/],
    [
      'is for another host',
      { names: 'DNS:other.example' },
      {},
      'certificate_wrong_name',
      /config get server/,
    ],
    [
      'is from an unknown authority',
      { names: NAMES },
      { NODE_EXTRA_CA_CERTS: '' },
      'certificate_untrusted',
      /NODE_EXTRA_CA_CERTS/,
    ],
  ])('that %s is a problem by its name, with what to do', async (_, wanted, env, code, fix) => {
    const found = await examineIssued(wanted, env);
    expect(found.of('certificate')).toMatchObject({
      level: 'problem',
      code,
      fix: expect.stringMatching(fix),
    });
    expect(found.complaints.filter((complaint) => complaint.startsWith('certificate'))).toHaveLength(1);
    expect(found.code).toBe(1);
  });

  test('that is self-signed is called so', async () => {
    const port = await serveTls(authority.selfSigned(NAMES));
    const found = await examine(`https://127.0.0.1:${port}`);
    expect(found.of('certificate')).toMatchObject({ level: 'problem', code: 'certificate_self_signed' });
  });

  test('has all its faults told at once', async () => {
    const found = await examineIssued({ names: 'DNS:other.example', from: -60, until: -30 });
    expect(found.complaints).toEqual(
      expect.arrayContaining(['certificate: certificate_expired', 'certificate: certificate_wrong_name']),
    );
  });

  test('is not looked for where nobody speaks TLS: that is said', async () => {
    const plain = createServer().listen(0, '127.0.0.1');
    await once(plain, 'listening');
    onTestFinished(() => void plain.close());
    const found = await examine(`https://127.0.0.1:${(plain.address() as AddressInfo).port}`);
    expect(found.of('certificate')).toMatchObject({ level: 'problem' });
    expect(found.of('certificate')?.fix).toContain('config get server');
  });

  test('is read through the proxy, which is asked for a tunnel and gets nothing else', async () => {
    const port = await serveTls(authority.issue({ names: 'DNS:other.example' }));
    const proxy = await startProxy(port);
    const found = await examine('https://lisa.example', {
      HTTPS_PROXY: `http://me:pass@127.0.0.1:${proxy.port}`,
    });
    expect(found.of('proxy')).toMatchObject({ level: 'ok' });
    expect(found.of('certificate')).toMatchObject({ code: 'certificate_wrong_name' });
    expect(proxy.asked).toEqual(['lisa.example:443 Basic bWU6cGFzcw==']);
  });

  test('is fine through a proxy where it is fine, and NO_PROXY leads around the proxy', async () => {
    const port = await serveTls(authority.issue({ names: 'DNS:lisa.example' }));
    const proxy = await startProxy(port);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const through = await examine('https://lisa.example', env);
    expect(through.of('connection')).toMatchObject({ level: 'ok' });
    const around = await examine('https://lisa.example', { ...env, NO_PROXY: '.example' });
    expect(around.of('proxy')).toMatchObject({ level: 'ok', code: 'proxy_exempt' });
    expect(around.of('name')).toMatchObject({ level: 'problem' });
  });

  test('cannot be had from a proxy that refuses: the proxy is told', async () => {
    const proxy = await startProxy(0, 407);
    const found = await examine('https://lisa.example', { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` });
    expect(found.of('connection')).toMatchObject({ level: 'problem', code: 'transport_proxy' });
    expect(found.of('connection')?.fix).toContain('HTTPS_PROXY');
  });

  test('has its extra authorities in a file that has to be there', async () => {
    const found = await examineIssued({ names: NAMES }, { NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' });
    expect(found.complaints).toContain('certificate: extra_ca');
  });
});

/** A proxy that leads every tunnel to one port of this machine, or refuses with `status`. */
async function startProxy(target: number, status = 200) {
  const asked: string[] = [];
  const server = createServer().on('connect', (request, socket) => {
    asked.push([request.url, request.headers['proxy-authorization']].filter(Boolean).join(' '));
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, asked };
}
