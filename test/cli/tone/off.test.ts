import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();

async function withTone() {
  const person = await people().join({ wallet: 200_00n });
  await person.run(['tone', 'set', 'kalinka', '--yes']);
  return person;
}

test('a person is told what it means, agrees, and nothing is heard or charged any more', async () => {
  const { run, json } = await withTone();
  const { code, stdout, stderr } = await run(['tone', 'off', '--lang', 'ru'], { tty: true, answers: ['да'] });
  expect(code).toBe(0);
  expect(stripColor(stderr)).toContain('Звонящие услышат обычные гудки. Оплаченное не возвращается.');
  expect(readShown(stdout)).toMatchObject({ 'Вместо гудков': 'отключена', Калинка: '04.04.2026 14:00' });
  expect(stderr).toContain('lisa tone set');
  expect(await json('tone', 'list')).toMatchObject({
    service: { state: 'off', next_fee_at: null },
    settings: [{ melody: { id: 'kalinka' } }],
    playing: { kind: 'ordinary' },
  });
});

test('--dry-run shows the same keys, the same bytes in every language, and switches nothing off', async () => {
  const { run, json } = await withTone();
  const { json: preview } = await expectSameBytes(run, ['tone', 'off', '--dry-run']);
  expectGoldenKeys(preview);
  expect(await json('tone', 'list')).toMatchObject({ service: { state: 'active' } });
  expectGoldenKeys((await run(['tone', 'off', '--yes', '--json'])).stdout);
});

test('what is off already is refused with 3', async () => {
  const { run } = await people().join();
  const { code, stderr } = await run(['tone', 'off', '--yes', '--json']);
  expect([code, JSON.parse(stderr).code]).toEqual([3, 'tone_service_off']);
});
