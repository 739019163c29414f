import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smsTexts } from '../../../src/cabinet/domain/sms/texts.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { openStore } from '../../support/engines.ts';
import { enqueue, readOutbox, runService, untilAll } from '../../support/sms-service.ts';
import { haveSmsc, startSmsc } from '../../support/smsc.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const LONG_TEXT = 'Съешь ещё этих мягких французских булок, да выпей же чаю. '.repeat(5).trim();

describe.runIf(haveSmsc)('a short-message service that speaks SMPP', { timeout: 60_000 }, () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore('postgresql');
  });
  afterAll(() => store.close());

  it('is given a long Cyrillic message whole and once, and says when it was delivered', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    runService(store, smsc);
    await enqueue(store, accountId, [{ msisdn, text: LONG_TEXT }]);
    await untilAll(store, accountId, 'delivered');
    expect(smsc.texts()).toEqual([{ from: '1070', to: `7${msisdn}`, text: LONG_TEXT }]);
    expect(smsc.accepted()).toHaveLength(5);
    expect(smsc.accepted()[0]).toMatchObject({ coding: 8, registered: 1 });
  });

  it('gets the messages of one recipient in the order in which they were written', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
    await enqueue(
      store,
      accountId,
      texts.map((text) => ({ msisdn, text })),
    );
    runService(store, smsc);
    await untilAll(store, accountId, 'delivered');
    expect(smsc.texts().map(({ text }) => text)).toEqual(texts);
  });

  it('never has more messages under way than the window lets', async () => {
    const { accountId } = await addSubscriber(store);
    const smsc = await startSmsc();
    smsc.set('delay', 0.05);
    await enqueue(store, accountId, manyTo(60));
    runService(store, smsc, { smppWindow: 4 });
    await untilAll(store, accountId, 'delivered');
    expect(await smsc.peak()).toBe(4);
    expect(smsc.accepted()).toHaveLength(60);
  });

  it('that asks to slow down gets everything all the same, once', async () => {
    const { accountId } = await addSubscriber(store);
    const smsc = await startSmsc();
    smsc.set('throttle', 8);
    await enqueue(store, accountId, manyTo(12));
    runService(store, smsc);
    await untilAll(store, accountId, 'delivered');
    expect(smsc.texts()).toHaveLength(12);
  });

  it('that refuses a message for good is not asked again, and the log has its reason', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    smsc.set('refuse', 1, 0x0b);
    runService(store, smsc);
    await sleep(200);
    await enqueue(store, accountId, [{ msisdn, text: 'first' }]);
    await untilAll(store, accountId, 'failed');
    expect(await readOutbox(store, accountId)).toMatchObject([{ failure: '0x0b', attempts: 1 }]);
    await enqueue(store, accountId, [{ msisdn, text: 'second' }]);
    await untilAll(store, accountId, 'failed', 'delivered');
    expect(smsc.texts().map(({ text }) => text)).toEqual(['second']);
  });

  it('is tried again when it has fallen silent', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    runService(store, smsc);
    await smsc.event('bound');
    smsc.set('deaf', 1);
    await smsc.event('gone');
    smsc.set('deaf', 0);
    await enqueue(store, accountId, [{ msisdn, text: 'still there' }]);
    await untilAll(store, accountId, 'delivered');
    expect(smsc.texts()).toHaveLength(1);
  });

  it('that refuses the password is asked again, and no log has the password', async () => {
    const smsc = await startSmsc();
    const service = runService(store, smsc, {}, 'Wrong-7');
    await smsc.event('bound');
    await smsc.event('bound', smsc.eventCount());
    expect(service.log()).toContain('0x0e');
    expect(service.log()).not.toContain('Wrong-7');
  });

  it('keeps no secret in the database once it is sent', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    const text = smsTexts.oneTimePassword('abcd-efgh-ijkl', new Date(Date.now() + 86_400_000));
    await enqueue(store, accountId, [{ msisdn, text }]);
    expect((await readOutbox(store, accountId))[0]?.body).toContain('abcd-efgh-ijkl');
    const service = runService(store, smsc);
    await untilAll(store, accountId, 'delivered');
    expect(JSON.stringify(await readOutbox(store, accountId))).not.toContain('abcd-efgh-ijkl');
    expect(smsc.texts()[0]?.text).toContain('abcd-efgh-ijkl');
    expect(smsc.accepted()[0]?.validity).toMatch(/^00000[01]\d{6}000R$/);
    expect(service.log()).not.toContain('abcd-efgh-ijkl');
    expect(service.log()).not.toContain(msisdn);
  });

  it('does not get what is not worth sending any more', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    const text = smsTexts.oneTimePassword('abcd-efgh-ijkl', new Date(Date.now() - 1_000));
    await enqueue(store, accountId, [
      { msisdn, text },
      { msisdn, text: 'fresh' },
    ]);
    runService(store, smsc);
    await untilAll(store, accountId, 'delivered', 'failed');
    expect(await readOutbox(store, accountId)).toMatchObject([
      { state: 'failed', failure: 'expired', body: text.masked },
      { state: 'delivered' },
    ]);
    expect(smsc.texts().map((sms) => sms.text)).toEqual(['fresh']);
  });
});

/** Short messages to so many different numbers. */
function manyTo(count: number): { msisdn: string; text: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    msisdn: String(9_500_000_000 + index),
    text: `№ ${index}`,
  }));
}
