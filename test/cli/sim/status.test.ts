import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readShown } from '../../support/shown.ts';

const people = usePeople();

test('a working SIM is one line, a blocked one tells why, until when, and the way back', async () => {
  const working = await people().join();
  expect((await working.run(['sim', 'status', '--no-color'], { tty: true })).stdout).toBe('SIM  works\n');
  const blocked = await people().join({ state: 'blocked' });
  const { stdout, stderr } = await blocked.run(['sim', 'status', '--lang', 'ru'], { tty: true });
  expect(readShown(stdout)).toEqual({
    'SIM-карта': 'заблокирована',
    Причина: 'утеряна',
    'Заблокирована с': '05.03.2026 14:00',
    'Номер хранится до': '04.04.2026 14:00',
    'Попыток ввести слово': '5',
  });
  expect(stderr).toContain('lisa sim unblock');
});

test('a pipe and a program get the same in every language', async () => {
  const { run } = await people().join({ state: 'blocked' });
  const { plain, json } = await expectSameBytes(run, ['sim', 'status']);
  expect(plain).toBe(
    [
      'state\tblocked',
      'reason\tlost',
      'blocked_at\t2026-03-05T14:00:00+05:00',
      'blocked_until\t2026-04-04T14:00:00+05:00',
      'attempts_left\t5\n',
    ].join('\n'),
  );
  expectGoldenKeys(json);
});
