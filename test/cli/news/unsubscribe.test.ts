import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();

test('a person is asked and unsubscribes; again it is a success', async () => {
  const { run, json } = await people().join();
  await run(['news', 'subscribe', '--yes']);
  const { code, stdout, stderr } = await run(['news', 'unsubscribe'], { tty: true, answers: ['y'] });
  expect(code).toBe(0);
  expect(stripColor(stderr)).toContain('Get no more news by SMS?');
  expect(readShown(stdout)).toMatchObject({ 'News by SMS': 'off' });
  expect(await json('news', 'list')).toMatchObject({ subscription: { subscribed: false, since: null } });
  expect((await run(['news', 'unsubscribe', '--yes'])).code).toBe(0);
});

test('--dry-run shows the same keys and changes nothing, in every language', async () => {
  const { run, json } = await people().join();
  await run(['news', 'subscribe', '--yes']);
  const { json: preview } = await expectSameBytes(run, ['news', 'unsubscribe', '--dry-run']);
  expectGoldenKeys(preview);
  expect(await json('news', 'list')).toMatchObject({ subscription: { subscribed: true } });
});
