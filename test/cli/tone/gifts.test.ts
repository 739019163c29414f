import { expect, test } from 'vitest';
import { give } from '../../support/gifts.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows } from '../../support/shown.ts';

const people = usePeople();

test('both sides see a gift, each with the other number', async () => {
  const friend = await people().join({ msisdn: '9225556677' });
  const { giver, ids } = await give(people(), friend, 'kalinka');
  const given = await giver.run(['tone', 'gifts', '--lang', 'ru'], { tty: true, columns: 120 });
  const short = ids[0]?.slice(-8);
  expect(readRows(given.stdout)).toEqual([
    'Подарок|От кого, кому|Мелодия|Номер|Цена|Состояние|Ответить до',
    `${short}|от вас|Калинка|922\u00a0555-66-77|15,00 ₽|ждёт ответа|06.03.2026 14:00`,
  ]);
  const received = await friend.run(['tone', 'gifts'], { tty: true, columns: 120 });
  expect(readRows(received.stdout)[1]).toMatch(new RegExp(`^${short}\\|to you\\|Kalinka\\|`));
  expect(received.stderr).toContain('lisa tone accept');
  const { plain, json } = await expectSameBytes(friend.run, ['tone', 'gifts']);
  expect(plain).toBe(
    `${ids[0]}\treceived\tkalinka\t${giver.msisdn}\t15.00\tpending\t2026-03-06T14:00:00+05:00\n`,
  );
  expectGoldenKeys(json);
});

test('no gifts are an empty list and exit 0', async () => {
  const { run } = await people().join();
  expect(await run(['tone', 'gifts'], { tty: true })).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'No gifts yet.\n',
  });
  expect(await run(['tone', 'gifts'])).toMatchObject({ code: 0, stdout: '' });
});
