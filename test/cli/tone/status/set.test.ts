import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { usePeople } from '../../../support/people.ts';
import { expectSameBytes } from '../../../support/same-bytes.ts';
import { readPiped, readShown } from '../../../support/shown.ts';
import { addStatusMessages, addToneService } from '../../../support/tones.ts';

const people = usePeople();
beforeAll(() => addStatusMessages(people().store));

async function withTone(state: 'active' | 'paused' = 'active') {
  const person = await people().join();
  await addToneService(people().store, person.accountId, state);
  return person;
}

test('a person sets a message by its name for a while', async () => {
  const { run, json } = await withTone();
  const args = ['tone', 'status', 'set', 'за рулём', '--minutes', '90', '--lang', 'ru'];
  const { code, stdout, stderr } = await run(args, { tty: true, answers: ['да'] });
  expect(code).toBe(0);
  expect(readShown(stdout)).toMatchObject({
    Статус: 'За рулём',
    'Звонящие слышат': 'Я: За рулём',
    С: '05.03.2026 14:00',
    До: '05.03.2026 15:30',
  });
  expect(stderr).toContain('lisa tone status clear');
  expect(await json('tone', 'list')).toMatchObject({
    playing: { kind: 'status', message: { id: 'driving' } },
  });
});

test('without minutes it stays until it is cleared', async () => {
  const { run } = await withTone();
  const { stdout } = await run(['tone', 'status', 'set', 'meeting', '--yes']);
  expect(readPiped(stdout)).toMatchObject({ status: 'meeting', until: 'cleared' });
});

test('a terminal is offered the list, a pipe exits with 5', async () => {
  const { run, json } = await withTone();
  const { code, stderr } = await run(['tone', 'status', 'set'], { tty: true, answers: ['', 'y'] });
  expect(code).toBe(0);
  expect(stderr).toContain('Driving · I am: Driving');
  expect(await json('tone', 'status', 'list')).toMatchObject({ current: { message: { id: 'driving' } } });
  expect(await run(['tone', 'status', 'set', '--yes'])).toMatchObject({ code: 5, stdout: '' });
});

test('--dry-run shows the same keys, the same bytes in every language, and sets nothing', async () => {
  const { run, json } = await withTone();
  const args = ['tone', 'status', 'set', 'driving', '--minutes', '5'];
  const { json: preview } = await expectSameBytes(run, [...args, '--dry-run']);
  expectGoldenKeys(preview);
  expect(await json('tone', 'status', 'list')).toMatchObject({ current: null });
  expectGoldenKeys((await run([...args, '--yes', '--json'])).stdout);
});

test('a paused service says when it will be heard', async () => {
  const { run } = await withTone('paused');
  const { stderr } = await run(['tone', 'status', 'set', 'driving', '--yes'], { tty: true });
  expect(stderr).toContain('lisa pay');
});

test('each refusal exits with 3, minutes that are none with 2', async () => {
  const { run } = await people().join();
  const refusal = async (status: string) => {
    const { code, stderr } = await run(['tone', 'status', 'set', status, '--yes', '--json']);
    expect(code).toBe(3);
    return JSON.parse(stderr).code;
  };
  expect(await refusal('nothing')).toBe('status_message_not_found');
  expect(await refusal('driving')).toBe('tone_service_required');
  expect((await run(['tone', 'status', 'set', 'driving', '--minutes', '0', '--yes'])).code).toBe(2);
});
