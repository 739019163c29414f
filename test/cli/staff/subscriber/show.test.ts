import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { AS_SCRIPT, CODEWORD_LINE, newOrder, useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { expectSameBytes } from '../../../support/same-bytes.ts';
import { readShown } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

test('a subscriber is shown with the state of the password, and without what proves who they are', async () => {
  const issuer = await office();
  const order = newOrder({ msisdn: '9021120001', document: 'military_id', 'last-digits': '7291' });
  const issued = await issuer.run(['staff', 'issue', ...order, ...AS_SCRIPT, '--json'], CODEWORD_LINE);
  const { one_time_password: password } = JSON.parse(issued.stdout);
  const { run } = await office({ role: 'support' });
  const shown = await run(['staff', 'subscriber', 'show', '+7 902 112-00-01', '--lang', 'ru'], { tty: true });
  expect(readShown(shown.stdout)).toMatchObject({
    Владелец: 'Петров Иван Сергеевич',
    Номер: '902\u00a0112-00-01',
    'Документ в договоре': 'военный билет',
    Пароль: 'одноразовый, ещё не использован',
    'Действует до': '06.03.2026 14:00',
    'Открытых сеансов': '0',
  });
  const { stdout } = await run(['staff', 'subscriber', 'show', '9021120001', '--json']);
  expectGoldenKeys(stdout);
  for (const secret of ['7291', 'Облако', password]) expect(shown.stdout + stdout).not.toContain(secret);
});

test('the same bytes everywhere', async () => {
  const { msisdn } = await people().join();
  const { run } = await office({ role: 'support' });
  const { plain } = await expectSameBytes(run, ['staff', 'subscriber', 'show', msisdn]);
  expect(plain).toContain('password\tpermanent\n');
});

test('one of another region does not exist for a member of one region, like one that is missing', async () => {
  const { msisdn } = await people().join();
  const { run } = await office({ role: 'support', regionId: 66 });
  expect((await run(['staff', 'subscriber', 'show', msisdn])).code).toBe(0);
  const missing = await run(['staff', 'subscriber', 'show', '9029999999']);
  expect([missing.code, missing.stdout]).toEqual([3, '']);
  expect(missing.stderr).toContain('There is no such subscriber.');
});
