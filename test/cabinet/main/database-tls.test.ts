import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { makeAuthority } from '../../support/certificates.ts';
import { startCluster } from '../../support/embedded-postgres.ts';
import { havePrograms } from '../../support/programs.ts';

it('a PostgreSQL is used when the authority that is named vouches for it, and not otherwise', async () => {
  if (!havePrograms('openssl')) return;
  const [own, other] = [makeAuthority(), makeAuthority()];
  const cluster = await startCluster(await tlsOf(own.issue({ names: 'IP:127.0.0.1' })));
  const trusting = ({ file }: typeof own) =>
    cabinet.migrate({ database: `${cluster.url('postgres')}?sslmode=verify-full&sslrootcert=${file}` });
  expect(await trusting(other)).toMatchObject({
    problem: 'database_unreachable',
    detail: expect.stringContaining('certificate'),
  });
  expect(await trusting(own)).toHaveProperty('applied');
  await cluster.stop();
  own.remove();
  other.remove();
});

/** Options of a PostgreSQL that shows this certificate; the key is readable for the user that it runs as. */
async function tlsOf({ cert, key }: { cert: string; key: string }): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lisa-tls-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await chmod(folder, 0o755);
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  await writeFile(certFile, cert);
  await writeFile(keyFile, key, { mode: 0o600 });
  if (userInfo().uid === 0) execFileSync('chown', ['postgres', keyFile]);
  return ['-c', 'ssl=on', '-c', `ssl_cert_file=${certFile}`, '-c', `ssl_key_file=${keyFile}`];
}
