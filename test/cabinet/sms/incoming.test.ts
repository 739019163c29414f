import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/cabinet/sms/smpp/encode.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { openStore } from '../../support/engines.ts';
import { oneTimePasswordIn } from '../../support/sms.ts';
import { readOutbox, runService } from '../../support/sms-service.ts';
import { haveSmsc, type Smsc, startSmsc } from '../../support/smsc.ts';
import { addSubscriber } from '../../support/subscribers.ts';

describe.runIf(haveSmsc)('an SMS to the cabinet', { timeout: 60_000 }, () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore('postgresql');
  });
  afterAll(() => store.close());

  it('to 1070 is answered with a one-time password (R4)', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    runService(store, smsc);
    write(smsc, { tag: 'one', from: `7${msisdn}`, text: 'пароль' });
    await untilTexts(smsc, 1);
    expect(smsc.texts()).toMatchObject([{ from: '1070', to: `7${msisdn}` }]);
    oneTimePasswordIn(smsc.texts()[0]?.text ?? '');
    expect(await readOutbox(store, accountId)).toHaveLength(1);
  });

  it('that comes again, because our answer was lost, is answered once', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    runService(store, smsc);
    for (const tag of ['first', 'again', 'and again'])
      write(smsc, { tag, from: `+7${msisdn}`, text: 'пароль' });
    await answered(smsc, 3);
    expect(await readOutbox(store, accountId)).toHaveLength(1);
  });

  it('that came while the service was killed is answered once', async () => {
    const { accountId, msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    write(smsc, { tag: 'early', from: `7${msisdn}`, text: '' });
    await smsc.event('kept');
    await smsc.kill();
    await smsc.start();
    runService(store, smsc);
    await untilTexts(smsc, 1);
    await smsc.kill();
    await smsc.start();
    await smsc.event('bound', smsc.eventCount());
    expect(await readOutbox(store, accountId)).toHaveLength(1);
  });

  it('in several parts is put together, in whatever order they come and however often', async () => {
    const { msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    runService(store, smsc);
    const text = 'Очень длинное сообщение 🦊 ни о чём. '.repeat(4).trim();
    const { parts, coding } = encodeText(text, 77);
    for (const [index, part] of [...parts, ...parts].reverse().entries()) {
      smsc.message({
        tag: `part ${index}`,
        from: `7${msisdn}`,
        to: '5555',
        hex: part.toString('hex'),
        coding,
        esm: 0x40,
      });
    }
    await answered(smsc, parts.length * 2);
    const received = await store.read((db) =>
      db.selectFrom('sms_received').select(['masked', 'recipient']).where('msisdn', '=', msisdn).execute(),
    );
    expect(received).toEqual([{ masked: text.slice(0, 100), recipient: '5555' }]);
    const kept = await store.read((db) =>
      db.selectFrom('sms_fragments').select('content').where('msisdn', '=', msisdn).execute(),
    );
    expect(kept.every(({ content }) => content.length === 0)).toBe(true);
  });

  it('from a number of nobody, or from no number, has no effect and is not sent for ever', async () => {
    const smsc = await startSmsc();
    runService(store, smsc);
    write(smsc, { tag: 'stranger', from: '79999999999', text: 'пароль' });
    write(smsc, { tag: 'name', from: 'BANK', text: 'пароль' });
    await answered(smsc, 2);
    expect(smsc.accepted()).toEqual([]);
  });

  it('is kept in the log without what could be a secret', async () => {
    const { msisdn } = await addSubscriber(store);
    const smsc = await startSmsc();
    runService(store, smsc);
    write(smsc, { tag: 'secret', from: `7${msisdn}`, text: 'мой пароль Secret-77, код 123456', to: '5555' });
    await answered(smsc, 1);
    const [row] = await store.read((db) =>
      db.selectFrom('sms_received').selectAll().where('msisdn', '=', msisdn).execute(),
    );
    expect(row?.masked).toBe('мой пароль ••• код •••');
  });
});

function write(smsc: Smsc, sms: { tag: string; from: string; text: string; to?: string }): void {
  const hex = Buffer.from(sms.text, 'utf16le').swap16().toString('hex');
  smsc.message({ tag: sms.tag, from: sms.from, to: sms.to ?? '1070', hex, coding: 8 });
}

/** Waits until the cabinet has answered so many with «taken». */
async function answered(smsc: Smsc, count: number): Promise<void> {
  while (smsc.count('answered') < count) await sleep(20);
}

async function untilTexts(smsc: Smsc, count: number): Promise<void> {
  while (smsc.texts().length < count) await sleep(20);
}
