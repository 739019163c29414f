import { expect, test } from 'vitest';
import { ask } from '../../support/http.ts';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);

test('a logout ends the session in the cabinet and forgets it here', async () => {
  const { logIn, run, cli } = await machine();
  await logIn();
  const { cabinet } = people();
  const token = (await cli.secrets.get('default', cabinet.url))?.token ?? '';
  const outcome = await run(['logout', '--json']);
  expect(outcome.code).toBe(0);
  expect(JSON.parse(outcome.stdout)).toEqual({ schema: 'logout/1', profile: 'default', outcome: 'ended' });
  expect(await cli.secrets.get('default', cabinet.url)).toBeUndefined();
  expect((await ask(cabinet, '/v1/balance', { token })).status).toBe(401);
  expect((await run(['balance'])).stderr).toContain('not logged in');
});

test('a second logout is as good as the first', async () => {
  const { logIn, run } = await machine();
  await logIn();
  await run(['logout']);
  const outcome = await run(['logout', '--json']);
  expect(outcome.code).toBe(0);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ outcome: 'was_out' });
});

test('without a connection the token is still forgotten, and that is said', async () => {
  const { logIn, run, cli } = await machine();
  await logIn();
  const { url } = people().cabinet;
  const secret = await cli.secrets.get('default', url);
  // The same session, kept for a cabinet that does not answer any more.
  const gone = 'http://127.0.0.1:1';
  await run(['config', 'set', 'server', gone]);
  await cli.secrets.set('default', { ...secret, login: 'x', origin: gone });
  const state = `${cli.dataDir}/state.json`;
  const { readFile, writeFile } = await import('node:fs/promises');
  await writeFile(state, (await readFile(state, 'utf8')).replaceAll(url, gone));
  const outcome = await run(['logout']);
  expect(outcome.code).toBe(0);
  expect(outcome.stderr).toContain('could not be told');
  expect(await cli.secrets.get('default', gone)).toBeUndefined();
});

test('an expired session is logged out of without a question', async () => {
  const { logIn, run } = await machine();
  await logIn();
  people().cabinet.clock.advance(24 * 3_600_000);
  const outcome = await run(['logout'], { tty: true, answers: [] });
  expect(outcome.code).toBe(0);
});

test('LISA_TOKEN stays, and that is said', async () => {
  const { run } = await machine();
  const outcome = await run(['logout'], { env: { LISA_TOKEN: 'x' } });
  expect(outcome.code).toBe(0);
  expect(outcome.stderr).toContain('LISA_TOKEN is still set');
});
