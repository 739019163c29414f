import { expect, onTestFinished, test } from 'vitest';
import { enqueueSms } from '../../../src/cabinet/domain/sms/enqueue.ts';
import { receiveSms } from '../../../src/cabinet/domain/sms/receive.ts';
import { plainText, smsTexts } from '../../../src/cabinet/domain/sms/texts.ts';
import { cabinet } from '../../../src/cabinet/main.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { DAY_MS, MINUTE_MS, plus } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { createDatabase } from '../../support/engines.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { seededRandom } from '../../support/random.ts';
import { createCli } from '../../support/run-cli.ts';
import { stripColor } from '../../support/shown.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const random = seededRandom('cabinet messages');
const at = new Date(START);

async function database() {
  const url = await createDatabase();
  const store = await openPostgresql({ url, random, onConnectionError: () => {} });
  onTestFinished(() => store.close());
  const { accountId, msisdn } = await addSubscriber(store);
  const other = await addSubscriber(store);
  const secret = smsTexts.oneTimePassword('abcd-efgh-ijkl', plus(at, DAY_MS));
  const sms = { accountId, msisdn, sender: '1070', random };
  await store.transact(async (tx) => {
    await enqueueSms(tx, { ...sms, text: secret, at });
    await enqueueSms(tx, { ...sms, ...other, text: plainText('Другому'), at: plus(at, MINUTE_MS) });
  });
  const now = plus(at, 2 * MINUTE_MS);
  const settings = defaultSettings;
  await receiveSms(store, { from: msisdn, to: '5555', text: 'код 123456', now, random, settings });
  return { url, msisdn };
}

test('everything to and from subscribers is shown, newest first, without its secrets', async () => {
  const { url, msisdn } = await database();
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  const all = await run(['cabinet', 'messages', '--database', url, '--json']);
  expectGoldenKeys(all.stdout);
  expect(JSON.parse(all.stdout).items).toMatchObject([
    { direction: 'received', number: msisdn, peer: '5555', text: 'код •••' },
    { direction: 'sent', state: 'queued', text: 'Другому' },
    { direction: 'sent', number: msisdn, state: 'queued', text: expect.stringContaining('•••') },
  ]);
  expect(all.stdout).not.toContain('abcd-efgh-ijkl');
});

test('one number alone can be asked for, and only the newest', async () => {
  const { url, msisdn } = await database();
  const { run } = await createCli({ cabinetPort: async () => cabinet });
  const own = await run(['cabinet', 'messages', '--to', msisdn, '--database', url]);
  expect(own.stdout.trim().split('\n')).toHaveLength(2);
  expect(own.stdout).not.toContain('Другому');
  const newest = await run(['cabinet', 'messages', '--limit', '1', '--database', url]);
  expect(newest.stdout).toContain('received');
  expect(newest.stdout.trim().split('\n')).toHaveLength(1);
});

test('a terminal of 80 columns shows the words for people', async () => {
  const { url } = await database();
  const { run } = await createCli({ cabinetPort: async () => cabinet, env: { LISA_LANG: 'ru' } });
  const shown = await run(['cabinet', 'messages', '--database', url], { tty: true, columns: 80 });
  expect(shown.stdout).toContain('ждёт');
  for (const line of stripColor(shown.stdout).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
