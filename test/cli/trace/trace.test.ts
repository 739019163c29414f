import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readHar } from '../../support/har.ts';
import { type HostileServer, startHostile } from '../../support/hostile-server.ts';
import { type Person, usePeople } from '../../support/people.ts';
import { secretsIn } from '../../support/search.ts';
import { addUsage } from '../../support/usage.ts';

const people = usePeople();

let server: HostileServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function traced(person: Person, args: readonly string[], options?: Parameters<Person['run']>[1]) {
  const path = join(person.cli.home, 'trace.har');
  const outcome = await person.run([...args, '--trace', 'trace.har'], options);
  return { ...outcome, path, log: readHar(path) };
}

test('a refused switch is in the trace with what support needs, and nothing of the person', async () => {
  const person = await people().join({ wallet: 599_99n });
  const { code, stderr, log, path } = await traced(person, ['tariff', 'switch', 'mega', '--yes'], {
    tty: true,
  });
  expect(code).toBe(3);
  expect(stderr).toContain(`Trace saved: ${path}`);
  expect(log._lisa).toMatchObject({ command: 'tariff switch', exit: 3, code: 'insufficient_funds' });
  expect(log.entries.map(({ _operation, response }) => [_operation, response.status])).toEqual([
    ['listTariffs', 200],
    ['switchTariff', 409],
  ]);
  const [, refused] = log.entries;
  expect(refused?.request.postData?.text).toBe('{"tariff":"mega"}');
  const problem = JSON.parse(refused?.response.content.text ?? '');
  expect(problem).toMatchObject({
    code: 'insufficient_funds',
    params: { needed: { amount: '600.00' }, available: { amount: '599.99' } },
  });
  expect(stderr).toContain(problem.request_id);
  const token = person.cli.env['LISA_TOKEN'] ?? '';
  expect(secretsIn(log.text, { token, msisdn: person.msisdn, account: String(person.accountId) })).toEqual(
    [],
  );
});

test('numbers and accounts have stand-ins, the same all through the file; names have none', async () => {
  const person = await people().join();
  const { log } = await traced(person, ['account', 'show']);
  const account = JSON.parse(log.entries[0]?.response.content.text ?? '');
  expect(account).toMatchObject({
    account_id: 'account-1',
    msisdn: 'msisdn-1',
    notifications: { sms: 'msisdn-1' },
    network_login: 'login-1',
    holder: '[redacted string]',
    contract_number: '[redacted string]',
    state: 'active',
  });
});

test('in a pipe nothing is said of it, and no part of a file is left beside it', async () => {
  const person = await people().join();
  const { stderr } = await traced(person, ['balance']);
  expect(stderr).toBe('');
  await traced(person, ['tariff', 'list']);
  expect(readdirSync(person.cli.home).filter((name) => /trace/.test(name))).toEqual(['trace.har']);
});

describe('what goes wrong on the way', () => {
  test('every try of a busy cabinet is an entry', async () => {
    server = await startHostile((_request, response) => response.writeHead(503).end());
    const person = await people().join({}, server.url);
    const { code, log } = await traced(person, ['balance']);
    expect(code).toBe(7);
    expect(log.entries.map(({ response }) => response.status)).toEqual([503, 503, 503, 503]);
  });

  test('a cabinet that nobody listens for is an entry without an answer', async () => {
    const person = await people().join({}, 'http://localhost:1');
    const { code, log } = await traced(person, ['balance']);
    expect(code).toBe(7);
    const [{ response, timings } = expect.fail()] = log.entries;
    expect(response).toMatchObject({ status: 0, _error: 'refused' });
    expect(timings.dns).toBeGreaterThanOrEqual(0);
    expect(timings.ssl).toBe(-1);
  });

  test('a time limit is told as one', async () => {
    server = await startHostile(() => {});
    const person = await people().join({}, server.url);
    const { code, log } = await traced(person, ['balance', '--timeout', '1']);
    expect(code).toBe(7);
    expect(log.entries.map(({ response }) => response._error)).toEqual(['timeout']);
  });

  test('Ctrl-C leaves a whole trace', async () => {
    const asked = Promise.withResolvers<void>();
    server = await startHostile(() => asked.resolve());
    const person = await people().join({}, server.url);
    const { code, log } = await traced(person, ['balance'], { ctrlC: asked.promise });
    expect(code).toBe(130);
    expect(log._lisa).toMatchObject({ exit: 130, code: 'interrupted' });
    expect(log.entries.map(({ response }) => response._error)).toEqual(['interrupted']);
  });

  test('a reply that is no JSON is told by its size and type', async () => {
    server = await startHostile((_request, response) =>
      response.writeHead(502, { 'content-type': 'text/html', 'x-secret': 'hunter' }).end('<p>hunter</p>'),
    );
    const person = await people().join({}, server.url);
    const { log } = await traced(person, ['balance']);
    expect(log.entries[0]?.response.content.text).toBe('[redacted 13 bytes of text/html]');
    expect(log.text).not.toContain('hunter');
  });
});

test('of a long stream the beginning is kept, with the size of all of it', async () => {
  const person = await people().join();
  await addUsage(people().store, person.accountId, 2_000);
  const { log } = await traced(person, ['detail', 'export', '--out', 'detail.csv']);
  const stream = log.entries.find(({ _operation }) => _operation === 'listUsage');
  const lines = stream?.response.content.text?.trimEnd().split('\n') ?? [];
  expect(lines).toHaveLength(101);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ unit: expect.any(String), cost: { currency: 'RUB' } });
  expect(lines[100]).toMatch(/^"\[redacted rest of \d+ bytes\]"$/);
  expect(stream?.response._error).toBeUndefined();
  expect(log.text).not.toMatch(/(?<!\d)9\d{9}(?!\d)/);
});

describe('the file', () => {
  test('replaces an older trace, and nothing else', async () => {
    const person = await people().join();
    const { home } = person.cli;
    writeFileSync(join(home, 'notes.txt'), 'mine');
    symlinkSync(join(home, 'notes.txt'), join(home, 'link'));
    mkdirSync(join(home, 'folder'));
    const before = await person.json('tariff', 'show');
    for (const [name, code] of [
      ['notes.txt', 'trace_not_replaced'],
      ['link', 'trace_not_replaced'],
      ['folder', 'trace_not_replaced'],
      ['none/trace.har', 'trace_failed'],
    ]) {
      const switching = ['tariff', 'switch', 'mega', '--yes', '--json', '--trace', name ?? ''];
      const told = await person.run(switching);
      expect([told.code, JSON.parse(told.stderr).code]).toEqual([1, code]);
    }
    expect(readFileSync(join(home, 'notes.txt'), 'utf8')).toBe('mine');
    expect(await person.json('tariff', 'show')).toEqual(before);
    expect((await person.run(['balance', '--trace', '-'])).code).toBe(2);
  });

  test('comes from LISA_TRACE too, which the flag beats, and which leaves it alone when nothing is sent', async () => {
    const person = await people().join();
    const env = { LISA_TRACE: 'variable.har' };
    const path = join(person.cli.home, 'variable.har');
    expect((await person.run(['balance', '--trace', 'flag.har'], { env })).code).toBe(0);
    expect([existsSync(path), existsSync(join(person.cli.home, 'flag.har'))]).toEqual([false, true]);
    expect((await person.run(['balance'], { env })).code).toBe(0);
    expect((await person.run(['config', 'list'], { env })).code).toBe(0);
    expect(readHar(path)._lisa.command).toBe('balance');
    expect((await person.run(['config', 'list', '--trace', 'none.har'])).code).toBe(0);
    expect(readHar(join(person.cli.home, 'none.har')).entries).toEqual([]);
  });
});

test('--debug tells a request and a refusal through the same allow-list', async () => {
  const person = await people().join({ wallet: 10_00n });
  const { stderr } = await person.run(['tariff', 'switch', 'mega', '--yes', '--debug']);
  expect(stderr).toContain('lisa: POST /v1/tariff-switches 409');
  expect(stderr).toContain('"available":{"amount":"10.00","currency":"RUB"}');
  server = await startHostile((_request, response) =>
    response
      .writeHead(409, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify({ code: 'line_blocked', params: { needed: 'Hunter2', holder: 'Hunter2' } })),
  );
  const hostile = await people().join({}, server.url);
  const told = await hostile.run(['balance', '--debug']);
  expect(told.stderr).toContain('line_blocked');
  expect(told.stderr).not.toContain('Hunter2');
});
