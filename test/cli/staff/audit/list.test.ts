import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { readRows } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

const LIST = ['staff', 'audit', 'list'];

test('who did what to whom, newest first', async () => {
  const { accountId, msisdn } = await people().join();
  const support = await office({ role: 'support', login: 'reader', office: 'Омск' });
  await support.run(['staff', 'subscriber', 'show', msisdn]);
  await support.run(['staff', 'subscriber', 'find', 'nobody']);
  const { run, json } = await office({ role: 'auditor' });
  const { items } = await json(...LIST, '--by', 'reader');
  expect(items).toMatchObject([
    {
      member: 'reader',
      role: 'support',
      office: 'Омск',
      action: 'findSubscribers',
      subject: 'search:nobody',
    },
    { action: 'getSubscriber', subject: `account:${accountId}`, result: 'done', source: '127.0.0.1' },
  ]);
  expectGoldenKeys((await run([...LIST, '--by', 'reader', '--json'])).stdout);
  const piped = await run([...LIST, '--on', `account:${accountId}`, '--action', 'getSubscriber']);
  expect(piped.stdout.split('\t').slice(2, 7)).toEqual([
    'reader',
    'support',
    'Омск',
    'getSubscriber',
    `account:${accountId}`,
  ]);
  const shown = await run([...LIST, '--by', 'reader', '--lang', 'ru'], { tty: true });
  expect(readRows(shown.stdout)[0]).toContain('Когда|Кто|Операция|О ком|Итог');
  expect(readRows(shown.stdout)[1]).toContain('reader|findSubscribers|search:nobody|сделано');
});

test('a day is one of the calendar of the cabinet, and the last one is included', async () => {
  const { login, run: act } = await office({ role: 'support' });
  await act(['staff', 'subscriber', 'find', 'anybody']);
  const { json } = await office({ role: 'auditor' });
  const count = async (...period: string[]) =>
    ((await json(...LIST, '--by', login, ...period))['items'] as unknown[]).length;
  expect(await count('--from', '2026-03-05', '--to', '2026-03-05')).toBe(1);
  expect(await count('--from', '2026-03-05T13:59:00+05:00', '--to', '2026-03-05T14:01:00+05:00')).toBe(1);
  expect(await count('--from', '2026-03-06')).toBe(0);
  expect(await count('--to', '2026-03-04')).toBe(0);
});

test('--limit says that there is more, --all shows it; both together are a mistake', async () => {
  const { login, run: act } = await office({ role: 'support' });
  for (const query of ['one.', 'two.', 'three.']) await act(['staff', 'subscriber', 'find', query]);
  const { run } = await office({ role: 'auditor' });
  const some = await run([...LIST, '--by', login, '--limit', '2']);
  expect(some.stdout.trimEnd().split('\n')).toHaveLength(2);
  expect(some.stderr).toContain('--all');
  expect((await run([...LIST, '--by', login, '--all'])).stdout.trimEnd().split('\n')).toHaveLength(3);
  expect((await run([...LIST, '--all', '--limit', '2'])).code).toBe(2);
  expect((await run([...LIST, '--from', '2026-03-06', '--to', '2026-03-05'])).code).toBe(2);
});

test('only auditors and administrators read it', async () => {
  const { run } = await office({ role: 'support' });
  expect((await run(LIST)).code).toBe(3);
});
