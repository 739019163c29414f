import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { control } from '../../../support/sandbox.ts';
import { LONG, machineWithSandbox } from '../../../support/sandbox-cli.ts';

test('what the cabinet wrote is on the phone of its number, and outlives the sandbox', {
  timeout: LONG,
}, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  await run(['sandbox', 'phone', 'send', '--to', '1070']);
  await run(['sandbox', 'stop']);
  await run(['sandbox', 'start']);
  const inbox = await run(['sandbox', 'phone', 'inbox', '--json']);
  expectGoldenKeys(inbox.stdout);
  expect(JSON.parse(inbox.stdout)).toMatchObject({
    number: control.demo.msisdn,
  });
  expect(JSON.parse(inbox.stdout).items.at(-1)).toMatchObject({
    peer: '1070',
    text: expect.stringContaining('Одноразовый пароль'),
  });
  const number = control.demo.friendMsisdn;
  const friend = JSON.parse((await run(['sandbox', 'phone', 'inbox', '--number', number, '--json'])).stdout);
  expect(friend.number).toBe(number);
  expect(friend.items.filter(({ peer }: { peer: string }) => peer === '1070')).toEqual([]);
});

test('the news of the next days come to who wants them, on their day (R15)', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  const news = async () => {
    const { items } = JSON.parse((await run(['sandbox', 'phone', 'inbox', '--json'])).stdout);
    return items.map(({ text }: { text: string }) => text).filter((text: string) => text.includes('Новость'));
  };
  await run(['sandbox', 'clock', 'advance', '2d']);
  expect(await news()).toEqual([]);
  await run(['sandbox', 'clock', 'advance', '5d']);
  expect(await news()).toEqual(['Новость: Интернет в тоннелях метро. Подробнее: lisa news show metro']);
});
