import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { usePeople } from '../../../support/people.ts';
import { expectSameBytes } from '../../../support/same-bytes.ts';
import { readRows } from '../../../support/shown.ts';
import { addStatusMessages, addToneService } from '../../../support/tones.ts';

const people = usePeople();
beforeAll(() => addStatusMessages(people().store));

test('a person sees the messages in their language, and which one is set', async () => {
  const person = await people().join();
  await addToneService(people().store, person.accountId);
  await person.run(['tone', 'status', 'set', 'meeting', '--yes']);
  const { stdout, stderr } = await person.run(['tone', 'status', 'list', '--lang', 'ru'], { tty: true });
  expect(readRows(stdout)).toEqual([
    'Код|Статус|Звонящие слышат|До',
    'driving|За рулём|Я: За рулём|—',
    'meeting|На совещании|Я: На совещании|пока не снимете',
  ]);
  expect(stderr).toContain('lisa tone status clear');
});

test('a pipe gets one line for each, a program one object, the same in every language', async () => {
  const person = await people().join();
  await addToneService(people().store, person.accountId);
  await person.run(['tone', 'status', 'set', 'meeting', '--yes']);
  const { plain, json } = await expectSameBytes(person.run, ['tone', 'status', 'list']);
  expect(plain).toBe('driving\tЗа рулём\tЯ: За рулём\t\nmeeting\tНа совещании\tЯ: На совещании\tcleared\n');
  expectGoldenKeys(json);
});
