import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { enqueueSms } from '../../../src/cabinet/domain/sms/enqueue.ts';
import { noteReceipt, noteSubmitted, takeSms } from '../../../src/cabinet/domain/sms/outbox.ts';
import { plainText, smsTexts } from '../../../src/cabinet/domain/sms/texts.ts';
import { openPhones } from '../../../src/cabinet/sandbox/phones.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { createDelivery } from '../../../src/cabinet/sms/delivery.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { DAY_MS, MINUTE_MS, plus } from '../../../src/shared/period.ts';
import { movableClock, START } from '../../support/clock.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { seededRandom } from '../../support/random.ts';
import { enqueue, readOutbox } from '../../support/sms-service.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const random = seededRandom('delivery');
const now = new Date(START);

describeOnBothEngines('the outbox', (store) => {
  it('has a message exactly when what it tells has happened', async () => {
    const { accountId, msisdn } = await addSubscriber(store());
    const sms = { accountId, msisdn, sender: 'LISA', text: plainText('Платёж принят'), at: now, random };
    const failed = store().transact(async (tx) => {
      await enqueueSms(tx, sms);
      throw new Error('what it tells has not happened');
    });
    await expect(failed).rejects.toThrow('has not happened');
    expect(await readOutbox(store(), accountId)).toEqual([]);
    await store().transact((tx) => enqueueSms(tx, sms), { dryRun: true });
    expect(await readOutbox(store(), accountId)).toEqual([]);
    await store().transact((tx) => enqueueSms(tx, sms));
    expect(await readOutbox(store(), accountId)).toMatchObject([{ state: 'queued', body: 'Платёж принят' }]);
    await deliver(store());
  });

  it('goes to the phones at once, in order, and keeps no secret', async () => {
    const { accountId, msisdn } = await addSubscriber(store());
    const secret = smsTexts.oneTimePassword('abcd-efgh-ijkl', plus(now, DAY_MS));
    await enqueue(store(), accountId, [
      { msisdn, text: 'first', at: now },
      { msisdn, text: secret, at: now },
      { msisdn, text: 'third', at: now },
    ]);
    const { phones, file } = await deliver(store());
    expect(phones.messages(msisdn).map(({ text }) => text)).toEqual(['first', secret.body, 'third']);
    expect(phones.messages(msisdn)[1]?.codes).toMatchObject([
      { purpose: 'one_time_password', code: 'abcd-efgh-ijkl' },
    ]);
    expect(readFileSync(file, 'utf8')).toContain('third');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const rows = await readOutbox(store(), accountId);
    expect(rows.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(rows.map(({ body }) => body)).toEqual(['first', secret.masked, 'third']);
  });

  it('is claimed by one of those who ask, one message of a number at a time', async () => {
    const { accountId } = await addSubscriber(store());
    const wanted = ['9600000001', '9600000002', '9600000001'].map((msisdn) => ({
      msisdn,
      text: 'x',
      at: now,
    }));
    await enqueue(store(), accountId, wanted);
    const take = (limit: number, at = now, uncertain = true) =>
      store().transact((tx) => takeSms(tx, { now: at, limit, countParts: () => 1, uncertain, settings }));
    const claims = (await Promise.all([take(1), take(1), take(1)])).flat();
    const more = await take(10);
    const claimed = [...claims, ...more].map(({ msisdn }) => msisdn);
    expect(claimed.sort()).toEqual(['9600000001', '9600000002']);
    const later = plus(now, settings.smsUncertainMs + MINUTE_MS);
    expect(await take(10, later, false)).toEqual([]);
    expect(await take(10, later)).toHaveLength(2);
  });

  it('gives up what was sent as often as allowed and never answered; a late receipt still counts', async () => {
    const { accountId, msisdn } = await addSubscriber(store());
    const secret = smsTexts.oneTimePassword('abcd-efgh-ijkl', plus(now, DAY_MS));
    await enqueue(store(), accountId, [{ msisdn, text: secret, at: now }]);
    const few = { ...settings, smsAttempts: 2 };
    const send = (at: Date) =>
      store().transact(async (tx) => {
        const request = { now: at, limit: 10, countParts: () => 1, uncertain: true, settings: few };
        const [part] = (await takeSms(tx, request)).filter((each) => each.msisdn === msisdn);
        if (part) await noteSubmitted(tx, part, { kind: 'unknown' }, { now: at, settings: few });
        return part;
      });
    const lease = settings.smsUncertainMs;
    const first = await send(now);
    expect(first).toMatchObject({ body: secret.body });
    expect(await send(plus(now, lease - 1))).toBeUndefined();
    expect(await send(plus(now, lease))).toMatchObject({ body: secret.body });
    expect(await readOutbox(store(), accountId)).toMatchObject([{ state: 'sending', attempts: 2 }]);
    expect(await send(plus(now, 2 * lease))).toBeUndefined();
    const givenUp = { state: 'failed', failure: 'unanswered', next_at: null, body: secret.masked };
    expect(await readOutbox(store(), accountId)).toMatchObject([givenUp]);
    const moment = { now: plus(now, 2 * lease), settings: few };
    for (const kind of ['unknown', 'unsent'] as const) {
      await store().transact(async (tx) => {
        if (first) await noteSubmitted(tx, first, { kind }, moment);
      });
      expect(await readOutbox(store(), accountId)).toMatchObject([givenUp]);
    }
    const receipt = { providerId: 'x', reference: null, msisdn, state: 'delivered', failure: null } as const;
    await store().transact(async (tx) => {
      if (first)
        await noteSubmitted(tx, first, { kind: 'accepted', providerId: 'x', delivered: false }, moment);
      await noteReceipt(tx, receipt, moment);
    });
    expect(await readOutbox(store(), accountId)).toMatchObject([{ state: 'delivered', failure: null }]);
  });
});

/** Delivers everything to phones in a folder of their own. */
async function deliver(store: Store) {
  const folder = mkdtempSync(join(tmpdir(), 'lisa-phones-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const clock = movableClock();
  const phones = await openPhones(folder, clock);
  const delivery = createDelivery({
    store,
    gateway: phones,
    clock,
    settings,
    log: pino({ level: 'silent' }),
  });
  await delivery.run();
  await delivery.stop();
  return { phones, file: join(folder, 'phones.json') };
}
