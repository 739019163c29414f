import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { expectSameBytes } from '../../../support/same-bytes.ts';
import { readRows } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

test('members by their login, as a table, in a pipe and as JSON', async () => {
  await office({ login: 'aaa', name: 'Первая', office: 'Ленина 1' });
  const { run } = await office({ login: 'bbb', role: 'auditor', name: 'Вторая', office: 'Мира 2' });
  const shown = await run(['staff', 'member', 'list', '--lang', 'ru'], { tty: true });
  expect(readRows(shown.stdout).slice(0, 3)).toEqual([
    expect.stringContaining('Логин|Имя|Роль|Офис|Состояние'),
    expect.stringContaining('aaa|Первая|выдача|Ленина 1|действует'),
    expect.stringContaining('bbb|Вторая|аудитор|Мира 2|действует'),
  ]);
  const { plain, json } = await expectSameBytes(run, ['staff', 'member', 'list']);
  expect(plain.split('\n')[1]?.split('\t').slice(0, 5)).toEqual([
    'bbb',
    'Вторая',
    'auditor',
    'Мира 2',
    'active',
  ]);
  expectGoldenKeys(json);
});

test('who has not logged in as staff is told how to', async () => {
  const { run } = await people().join();
  const outcome = await run(['staff', 'member', 'list']);
  expect([outcome.code, outcome.stdout]).toEqual([4, '']);
  expect(outcome.stderr).toContain('lisa login --staff');
});
