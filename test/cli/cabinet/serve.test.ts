import { expect, test } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { createDatabase } from '../../support/engines.ts';
import { createCli } from '../../support/run-cli.ts';

async function serve(...options: string[]) {
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  return run(['cabinet', 'serve', ...options]);
}

test('without TLS it serves nobody but this machine', async () => {
  const database = await createDatabase();
  expect(await serve('--database', database, '--listen', '0.0.0.0:0')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--tls-cert'),
  });
});

test('an address to listen on that is none is told with an example', async () => {
  const database = await createDatabase();
  expect(await serve('--database', database, '--listen', 'nowhere')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('127.0.0.1:8080'),
  });
});

test.each(['0.0.0.0:9464', '192.0.2.1:9464', '[::]:9464', 'db.example.ru:9464'])(
  'numbers need no login, so %s is not a place for them',
  async (address) => {
    const refused = await serve('--database', await createDatabase(), '--metrics', address);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('127.0.0.1:9464') });
  },
);

test('a certificate without its key is a wrong command line', async () => {
  expect(await serve('--database', 'postgres:///lisa', '--tls-cert', 'cert.pem')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--tls-key'),
  });
});

test('a short-message service without its password is a wrong command line', async () => {
  expect(await serve('--database', 'postgres:///lisa', '--smpp', 'smpp://lisa@sms.example')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--smpp-password-file'),
  });
});

test('a password in the address of the short-message service is refused and not shown', async () => {
  const service = ['--smpp', 'smpp://lisa:Secret-9@sms.example', '--smpp-password-file', '/dev/null'];
  const refused = await serve('--database', 'postgres:///lisa', ...service);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('smpp://USER@HOST:PORT') });
  expect(refused.stderr).not.toContain('Secret-9');
});

test('files are found from where the command was typed, and numbers are served nowhere unless asked for', async () => {
  const asked: unknown[] = [];
  const cli = await createCli({
    cabinetPort: async () => ({
      ...cabinet,
      serve: async ({ tlsCert, tlsKey, settingsFile, listen, metrics }) => {
        asked.push({ tlsCert, tlsKey, settingsFile, listen, metrics });
        return { served: true };
      },
    }),
  });
  const files = ['--tls-cert', 'cert.pem', '--tls-key', '/etc/key.pem', '--settings', 'rules.json'];
  const served = await cli.run(['cabinet', 'serve', ...files], {
    env: { LISA_DATABASE_URL: 'postgresql:///lisa' },
  });
  expect(served).toMatchObject({ code: 0, stderr: 'The cabinet has stopped.\n' });
  expect(asked).toEqual([
    {
      tlsCert: `${cli.home}/cert.pem`,
      tlsKey: '/etc/key.pem',
      settingsFile: `${cli.home}/rules.json`,
      listen: '127.0.0.1:8080',
      metrics: undefined,
    },
  ]);
});
