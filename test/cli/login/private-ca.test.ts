import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { createDatabase } from '../../support/engines.ts';
import { havePrograms } from '../../support/programs.ts';
import { seededRandom } from '../../support/random.ts';
import { type ServeProcess, serveInProcess } from '../../support/serve-process.ts';
import { addSubscriber, type Subscriber } from '../../support/subscribers.ts';

const MAIN = join(import.meta.dirname, '../../../bin/lisa.js');

describe.skipIf(!havePrograms('openssl'))(
  'a cabinet whose certificate is from an authority of its own',
  () => {
    let folder: string;
    let served: ServeProcess;
    let subscriber: Subscriber;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lisa-tls-'));
      await certify(folder);
      const database = await createDatabase();
      const store = openPostgresql({
        url: database,
        random: seededRandom('private-ca'),
        onConnectionError: () => {},
      });
      subscriber = await addSubscriber(store, { wallet: 50_00n });
      await store.close();
      const [tlsCert, tlsKey] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
      served = await serveInProcess({ database, tlsCert, tlsKey });
    }, 120_000);
    afterAll(async () => {
      served.process.kill();
      await served.exit;
      await rm(folder, { recursive: true });
    });

    /** The real program in a process of its own: Node reads NODE_EXTRA_CA_CERTS only when it starts. */
    async function lisa(home: string, args: string[], env: NodeJS.ProcessEnv, stdin = '') {
      const child = spawn(process.execPath, [MAIN, ...args], {
        env: {
          PATH: process.env['PATH'],
          HOME: join(folder, home),
          LISA_SECRET_STORE: 'file',
          LISA_STORE_PASSPHRASE: 'three Foxes 3',
          LISA_SERVER: served.url,
          ...env,
        },
      });
      child.stdin.end(stdin);
      const [stdout, stderr, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ]);
      return { code, stdout, stderr };
    }

    const logIn = (home: string, env: NodeJS.ProcessEnv) =>
      lisa(home, ['login', subscriber.msisdn, '--password-stdin', '--json'], env, `${subscriber.password}\n`);

    test('is trusted through NODE_EXTRA_CA_CERTS', async () => {
      const env = { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
      expect(await logIn('trusting', env)).toMatchObject({ code: 0 });
      const { code, stdout } = await lisa('trusting', ['balance', '--json'], env);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ balance: { amount: '50.00' } });
    });

    test('is not trusted otherwise, and gets no password', async () => {
      const { code, stdout, stderr } = await logIn('doubting', {});
      expect({ code, stdout }).toEqual({ code: 7, stdout: '' });
      expect(stderr).toContain('"code":"transport_tls"');
      expect(stderr).toContain(served.url);
    });

    test('is not trusted because checking is switched off: that is refused', async () => {
      const { code, stdout } = await logIn('careless', { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
      expect(code).not.toBe(0);
      expect(stdout).toBe('');
    });
  },
);

/** Makes `ca.pem`, and `cert.pem` with `key.pem` for 127.0.0.1 signed by it. */
async function certify(cwd: string): Promise<void> {
  const openssl = (...args: string[]) => promisify(execFile)('openssl', args, { cwd });
  const request = ['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const authority = ['-x509', '-subj', '/CN=Private authority', '-days', '1'];
  await openssl(...request, ...authority, '-keyout', 'ca.key', '-out', 'ca.pem');
  await openssl(...request, '-subj', '/CN=lisa', '-keyout', 'key.pem', '-out', 'cert.csr');
  await writeFile(join(cwd, 'names'), 'subjectAltName=IP:127.0.0.1\n');
  const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '1', '-extfile', 'names'];
  await openssl('x509', '-req', '-in', 'cert.csr', ...signer, '-out', 'cert.pem');
}
