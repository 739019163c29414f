import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { usePeople } from '../../../support/people.ts';
import { expectSameBytes } from '../../../support/same-bytes.ts';
import { readShown } from '../../../support/shown.ts';
import { addStatusMessages, addToneService } from '../../../support/tones.ts';

const people = usePeople();
beforeAll(() => addStatusMessages(people().store));

async function withStatus() {
  const person = await people().join();
  await addToneService(people().store, person.accountId);
  await person.run(['tone', 'status', 'set', 'driving', '--yes']);
  return person;
}

test('a person clears the message', async () => {
  const { run, json } = await withStatus();
  const args = ['tone', 'status', 'clear', '--lang', 'ru'];
  const { code, stdout } = await run(args, { tty: true, answers: ['да'] });
  expect(code).toBe(0);
  expect(readShown(stdout)).toMatchObject({ Статус: 'За рулём', До: 'пока не снимете' });
  expect(await json('tone', 'status', 'list')).toMatchObject({ current: null });
});

test('--dry-run shows the same keys, the same bytes in every language, and clears nothing', async () => {
  const { run, json } = await withStatus();
  const { json: preview } = await expectSameBytes(run, ['tone', 'status', 'clear', '--dry-run']);
  expectGoldenKeys(preview);
  expect(await json('tone', 'status', 'list')).toMatchObject({ current: { message: { id: 'driving' } } });
  expectGoldenKeys((await run(['tone', 'status', 'clear', '--yes', '--json'])).stdout);
});

test('clearing nothing is a success', async () => {
  const { run } = await people().join();
  const { code, stdout } = await run(['tone', 'status', 'clear', '--yes']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'status\t\n' });
});
