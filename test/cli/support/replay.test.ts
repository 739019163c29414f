import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demo } from '../../../src/cabinet/sandbox/credentials.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { readHar } from '../../support/har.ts';
import { usePeople } from '../../support/people.ts';
import { type Cli, createCli } from '../../support/run-cli.ts';
import { control } from '../../support/sandbox.ts';
import { LONG, machineWithSandbox } from '../../support/sandbox-cli.ts';
import { stripColor } from '../../support/shown.ts';
import { CODEWORD, type NewSubscriber, PASSWORD } from '../../support/subscribers.ts';

const people = usePeople();

async function logIn({ run }: Cli, login: string): Promise<void> {
  const { code, stderr } = await run(['login', login, '--password-stdin', '--profile', 'sandbox'], {
    stdin: `${demo.password}\n`,
  });
  expect(code, stderr).toBe(0);
}

async function replay({ run }: Pick<Cli, 'run'>, ...args: string[]) {
  const { code, stdout, stderr } = await run(['support', 'replay', ...args, '--json']);
  return { code, stderr, told: JSON.parse(stdout) };
}

/** A subscriber at a machine that could have a sandbox, and has none. */
async function joinAtMachine(wanted: NewSubscriber = {}) {
  const person = await people().join(wanted);
  const cli = await createCli({
    cabinet: people().cabinet,
    token: person.cli.env['LISA_TOKEN'] ?? '',
    sandbox: async () => control,
  });
  onTestFinished(() => cli.remove());
  return { ...person, cli, run: cli.run };
}

test('a refused switch is refused in the same way by a reset sandbox', { timeout: LONG }, async () => {
  const cli = await machineWithSandbox();
  const sandbox = ['--profile', 'sandbox'];
  expect((await cli.run(['sandbox', 'start'])).code).toBe(0);
  for (const [login, tariff, refusal] of [
    ['low', 'maximum', 'insufficient_funds'],
    ['switched', 'maximum', 'tariff_switch_too_soon'],
  ] as const) {
    await logIn(cli, login);
    const traced = await cli.run([
      'tariff',
      'switch',
      tariff,
      '--yes',
      ...sandbox,
      '--trace',
      `${login}.har`,
    ]);
    expect(traced.code, traced.stderr).toBe(3);
    expect(readHar(join(cli.home, `${login}.har`))._lisa).toMatchObject({ code: refusal });
  }
  expect((await cli.run(['sandbox', 'reset', '--yes'])).code).toBe(0);
  for (const [login, refusal] of [
    ['low', 'insufficient_funds'],
    ['switched', 'tariff_switch_too_soon'],
  ] as const) {
    await logIn(cli, login);
    const { code, told } = await replay(cli, `${login}.har`, ...sandbox);
    expect(told).toMatchObject({ schema: 'support-replay/1', sandbox: true, different: 0, skipped: 0 });
    expect(told.items.at(-1)).toMatchObject({
      operation: 'switchTariff',
      result: 'same',
      recorded: { status: 409, code: refusal },
      now: { status: 409, code: refusal },
    });
    expect(code).toBe(0);
  }
  // A done write is done anew, with a key of its own: the stored answer would say that nothing differs.
  await logIn(cli, demo.msisdn);
  const done = await cli.run(['tariff', 'switch', 'start', '--yes', ...sandbox, '--trace', 'done.har']);
  expect(done.code, done.stderr).toBe(0);
  const again = await replay(cli, 'done.har', ...sandbox);
  expect(again.code).toBe(1);
  expect(again.told.items.at(-1).differences).toEqual([
    { field: 'status', recorded: '201', now: '409' },
    { field: 'code', recorded: null, now: 'tariff_already_active' },
  ]);
  expectGoldenKeys(JSON.stringify(again.told));
  // What moves a sandbox is not repeated, and a number in a path is not told.
  const phone = await cli.run(['sandbox', 'phone', 'inbox', '--trace', 'phone.har', '--debug']);
  expect(phone.stderr).toContain('/v1/sandbox/phones/msisdn-1/messages 200');
  expect((await replay(cli, 'phone.har', ...sandbox)).told.items[0]).toMatchObject({ skip: 'control' });
});

test('a write goes to no cabinet but the sandbox, whatever a trace says', async () => {
  const person = await joinAtMachine({ wallet: 1_000_00n });
  const { home } = person.cli;
  await person.run(['tariff', 'switch', 'galaxy', '--yes', '--trace', 'a.har']);
  const path = join(home, 'a.har');
  const forged = JSON.parse(readFileSync(path, 'utf8'));
  forged.log.entries[1].request.postData.text = '{"tariff":"mega"}';
  forged.log.entries[1].request.url = 'http://127.0.0.1:1/v1/tariff-switches?dry_run=true';
  forged.log.entries[1]._operation = 'listTariffs';
  forged.log._lisa.sandbox = true;
  writeFileSync(join(home, 'forged.har'), JSON.stringify(forged));
  for (const file of ['a.har', 'forged.har']) {
    const { told } = await replay(person, file);
    expect(told).toMatchObject({ sandbox: false, same: 1, skipped: 1 });
    expect(told.items[1]).toMatchObject({ result: 'skipped', skip: 'write' });
  }
  expect(await person.json('tariff', 'show')).toMatchObject({ tariff: { id: 'start' } });
});

test('what differs is told field by field; moments and ids of what was done are not compared', async () => {
  const person = await people().join({ wallet: 100_00n });
  for (const command of [
    ['balance', '--trace', 'b.har'],
    ['tariff', 'list', '--trace', 'list.har'],
    ['detail', 'export', '--out', 'detail.csv', '--trace', 'detail.har'],
  ])
    expect((await person.run(command)).code).toBe(0);
  people().cabinet.clock.advance(60_000);
  for (const file of ['b.har', 'list.har', 'detail.har'])
    expect((await replay(person, file)).told).toMatchObject({ different: 0, skipped: 0 });
  const richer = await people().join({ wallet: 250_00n });
  writeFileSync(join(richer.cli.home, 'b.har'), readFileSync(join(person.cli.home, 'b.har')));
  const { code, told } = await replay(richer, 'b.har');
  expect(code).toBe(1);
  expect(told.items[0].differences).toEqual([
    { field: '$.balance.amount', recorded: '100.00', now: '250.00' },
  ]);
  const piped = await richer.run(['support', 'replay', 'b.har']);
  expect(piped.stdout).toBe('GET /v1/balance\tdifferent\t$.balance.amount\t100.00\t250.00\n');
  const shown = await richer.run(['support', 'replay', 'b.har', '--lang', 'ru'], { tty: true, columns: 80 });
  expect(stripColor(shown.stdout)).toContain('$.balance.amount');
  expect(shown.stderr).toContain('отличается: 1');
});

test('logins, and requests with something redacted in them, are named and not sent', async () => {
  const person = await joinAtMachine();
  const env = { LISA_TOKEN: '' };
  const login = ['login', person.msisdn, '--password-stdin', '--trace', 'login.har'];
  expect((await person.run(login, { env, stdin: `${PASSWORD}\n` })).code).toBe(0);
  await person.run(['sim', 'block', '--reason', 'lost', '--yes']);
  await person.run(['sim', 'unblock', '--yes', '--codeword-stdin', '--trace', 'sim.har'], {
    stdin: `${CODEWORD}\n`,
  });
  expect(readHar(join(person.cli.home, 'sim.har')).text).not.toContain(CODEWORD);
  const skips = [];
  for (const file of ['login.har', 'sim.har']) {
    const { code, told } = await replay(person, file);
    expect(code).toBe(told.same === 0 ? 1 : 0);
    skips.push(told.items.at(-1).skip);
  }
  expect(skips).toEqual(['login', 'personal']);
});

test.each([
  ['a file that is not there', undefined, 2, 'usage'],
  ['half a trace', '{"log":{"version":"1.2","creator":{"na', 1, 'bad_trace'],
  ['other JSON', '[]', 1, 'bad_trace'],
  [
    'a HAR of a browser',
    '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"1"},"entries":[]}}',
    1,
    'bad_trace',
  ],
  [
    'a changed trace',
    '{"log":{"version":"1.2","creator":{"name":"lisa","version":"1"},"entries":[{}]}}',
    1,
    'bad_trace',
  ],
] as const)('%s is refused with a clear word', async (_, content, exit, code) => {
  const { run, cli } = await people().join();
  if (content !== undefined) writeFileSync(join(cli.home, 'x.har'), content);
  const told = await run(['support', 'replay', 'x.har', '--json']);
  expect([told.code, JSON.parse(told.stderr).code]).toEqual([exit, code]);
});

test('a trace is not written over while it is replayed', async () => {
  const { run, cli } = await people().join();
  await run(['balance', '--trace', 'a.har']);
  const before = readFileSync(join(cli.home, 'a.har'), 'utf8');
  expect((await run(['support', 'replay', 'a.har'], { env: { LISA_TRACE: 'a.har' } })).code).toBe(2);
  expect(readFileSync(join(cli.home, 'a.har'), 'utf8')).toBe(before);
});
