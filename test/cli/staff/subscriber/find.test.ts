import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { expectSameBytes } from '../../../support/same-bytes.ts';
import { readRows } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

test('a subscriber is found by number as it is typed, login, account, contract and name', async () => {
  const { accountId, msisdn, networkLogin } = await people().join({ msisdn: '9021110001' });
  const { json } = await office({ role: 'support' });
  for (const query of ['8 902 111-00-01', networkLogin, String(accountId), `Д-${accountId}`, 'иван анна']) {
    const { items } = await json('staff', 'subscriber', 'find', ...query.split(' '));
    expect(items).toContainEqual(expect.objectContaining({ account_id: String(accountId), msisdn }));
  }
});

test('the same bytes everywhere; a table on a terminal', async () => {
  const { accountId, msisdn } = await people().join({ msisdn: '9021110002' });
  const { run } = await office({ role: 'support' });
  const { plain, json } = await expectSameBytes(run, ['staff', 'subscriber', 'find', msisdn]);
  expect(plain.split('\t').slice(0, 3)).toEqual([String(accountId), msisdn, 'Иванова Анна Сергеевна']);
  expectGoldenKeys(json);
  const shown = await run(['staff', 'subscriber', 'find', msisdn, '--lang', 'ru'], {
    tty: true,
    columns: 80,
  });
  expect(readRows(shown.stdout)[1]).toContain('902\u00a0111-00-02|Иванова Анна Сергеевна|активен');
});

test('nobody found is no failure; too short a query is a mistake', async () => {
  const { run } = await office({ role: 'support' });
  const nobody = await run(['staff', 'subscriber', 'find', 'nobody.at.all'], { tty: true });
  expect(nobody.code).toBe(0);
  expect(nobody.stderr).toContain('Nobody was found.');
  expect((await run(['staff', 'subscriber', 'find', 'ab'])).code).toBe(2);
  expect((await run(['staff', 'subscriber', 'find'])).code).toBe(2);
});
