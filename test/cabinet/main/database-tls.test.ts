import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { startCluster } from '../../support/embedded-postgres.ts';
import { havePrograms } from '../../support/programs.ts';

it('a PostgreSQL whose certificate is checked is used, one with another certificate is not', async () => {
  if (!havePrograms('openssl')) return;
  const folder = await mkdtemp(join(tmpdir(), 'lisa-tls-'));
  await chmod(folder, 0o755);
  const [own, other] = ['own', 'other'].map((name) => certificate(folder, name));
  const flags = { ssl: 'on', ssl_cert_file: `${own}.pem`, ssl_key_file: `${own}.key` };
  const cluster = await startCluster(
    Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  );
  const trusting = (authority: string | undefined) =>
    cabinet.migrate({
      database: `${cluster.url('postgres')}?sslmode=verify-full&sslrootcert=${authority}.pem`,
    });
  expect(await trusting(other)).toMatchObject({
    problem: 'database_unreachable',
    detail: expect.stringContaining('certificate'),
  });
  expect(await trusting(own)).toHaveProperty('applied');
  await cluster.stop();
  await rm(folder, { recursive: true });
});

/** A certificate for this machine and its key, readable for the user that PostgreSQL runs as. */
function certificate(folder: string, name: string): string {
  const file = join(folder, name);
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const about = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...request, ...about, '-keyout', `${file}.key`, '-out', `${file}.pem`], {
    stdio: 'pipe',
  });
  if (userInfo().uid === 0) execFileSync('chown', ['postgres', `${file}.key`]);
  return file;
}
