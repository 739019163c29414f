import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();

test('a person is asked, subscribes, and is told so by the list', async () => {
  const { run, json } = await people().join();
  const { code, stdout, stderr } = await run(['news', 'subscribe', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(stripColor(stderr)).toContain('Получать новости по SMS?');
  expect(readShown(stdout)).toMatchObject({ 'Новости по SMS': 'приходят', С: '05.03.2026 14:00' });
  expect(await json('news', 'list')).toMatchObject({ subscription: { subscribed: true } });
  expect((await run(['news', 'list'], { tty: true })).stderr).toContain('lisa news unsubscribe');
});

test('again it changes nothing and is a success (R15)', async () => {
  const { run } = await people().join();
  const first = await run(['news', 'subscribe', '--yes']);
  const second = await run(['news', 'subscribe', '--yes']);
  expect([second.code, second.stdout]).toEqual([0, first.stdout]);
});

test('--dry-run shows the same keys and changes nothing, in every language', async () => {
  const { run, json } = await people().join();
  const { plain, json: preview } = await expectSameBytes(run, ['news', 'subscribe', '--dry-run']);
  expect(readPiped(plain)).toEqual({ by_sms: 'on', since: '2026-03-05T14:00:00+05:00' });
  expectGoldenKeys(preview);
  expect(await json('news', 'list')).toMatchObject({ subscription: { subscribed: false } });
});

test('a disconnected line is refused with 3', async () => {
  const { run } = await people().join({ state: 'disconnected' });
  const { code, stderr } = await run(['news', 'subscribe', '--yes', '--json']);
  expect(code).toBe(3);
  expect(JSON.parse(stderr)).toMatchObject({ code: 'line_disconnected' });
});
