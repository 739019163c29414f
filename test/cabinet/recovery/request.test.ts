import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { logIn } from '../../support/http.ts';
import { askForPassword, oneTimePasswordFor, smsTo } from '../../support/sms.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber, type Subscriber } from '../../support/subscribers.ts';

const PASSWORD_SMS = /^Одноразовый пароль [a-z]{4}-[a-z]{4}-[a-z]{4} на 24 часа\. Никому его не называйте\.$/;

describeOnBothEngines('an SMS to 1070 (R4)', (store) => {
  let cabinet: RunningCabinet;
  let subscriber: Subscriber;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
  });
  beforeEach(async () => {
    cabinet.clock.set('2026-03-05T09:00:00Z');
    subscriber = await addSubscriber(store());
  });
  afterAll(() => cabinet.stop());

  const ask = (from = subscriber.msisdn) => askForPassword(store(), cabinet, from);

  it('is answered with a one-time password in one short message', async () => {
    const [text = '', ...more] = await ask();
    expect(text).toMatch(PASSWORD_SMS);
    expect(text.length).toBeLessThanOrEqual(70);
    expect(more).toEqual([]);
  });

  it('leaves the password nowhere but in the message that waits to be sent', async () => {
    const password = await oneTimePasswordFor(store(), cabinet, subscriber.msisdn);
    const letters = password.replaceAll('-', '');
    const rows = await store().read(async (db) => [
      await db.selectFrom('one_time_passwords').selectAll().execute(),
      await db.selectFrom('sms_outbox').selectAll().where('msisdn', '=', subscriber.msisdn).execute(),
    ]);
    const kept = JSON.stringify(rows, (key, value) =>
      key === 'body' ? '' : typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of [password, letters]) expect(kept + cabinet.log()).not.toContain(secret);
    expect(kept).toContain('Одноразовый пароль •••');
  });

  it('is ignored within 45 seconds of the last answer, without a word', async () => {
    await ask();
    cabinet.clock.advance(45 * SECOND_MS - 1);
    expect(await ask()).toEqual([]);
    cabinet.clock.advance(1);
    expect(await ask()).toEqual([expect.stringMatching(PASSWORD_SMS)]);
  });

  it('does not prolong the 45 seconds by being ignored', async () => {
    await ask();
    for (const _ of [1, 2]) {
      cabinet.clock.advance(22 * SECOND_MS);
      expect(await ask()).toEqual([]);
    }
    cabinet.clock.advance(SECOND_MS);
    expect(await ask()).toHaveLength(1);
  });

  it('is answered with five passwords a day, once with the word that tomorrow is possible, and then not', async () => {
    const answers = [];
    for (let request = 0; request < 8; request++) {
      answers.push(await ask());
      cabinet.clock.advance(45 * SECOND_MS);
    }
    for (const answer of answers.slice(0, 5)) expect(answer).toEqual([expect.stringMatching(PASSWORD_SMS)]);
    expect(answers.slice(5)).toEqual([
      ['Паролей на сегодня больше нет. Следующий можно запросить завтра.'],
      [],
      [],
    ]);
  });

  it('counts the days of the calendar in the region of the line', async () => {
    cabinet.clock.set('2026-03-05T18:50:00Z');
    for (let request = 0; request < 6; request++) {
      await ask();
      cabinet.clock.advance(45 * SECOND_MS);
    }
    expect(await ask()).toEqual([]);
    // Midnight in Yekaterinburg.
    cabinet.clock.set('2026-03-05T19:00:00Z');
    expect(await ask()).toEqual([expect.stringMatching(PASSWORD_SMS)]);
  });

  it('is answered again after the calendar of a sandbox went back', async () => {
    cabinet.clock.advance(30 * DAY_MS);
    await ask();
    cabinet.clock.advance(-30 * DAY_MS);
    expect(await ask()).toHaveLength(1);
  });

  it('sends a company to an office', async () => {
    const { accountId } = subscriber;
    await store().transact((tx) =>
      tx
        .updateTable('accounts')
        .set({ holder_kind: 'company' })
        .where('account_id', '=', accountId)
        .execute(),
    );
    expect(await ask()).toEqual(['Пароль для номера организации выдаёт офис обслуживания.']);
    expect(await passwordsOf(accountId)).toBe(0);
  });

  it.each(['blocked', 'disconnected'] as const)('is not answered on a %s line', async (state) => {
    const { accountId, msisdn } = await addSubscriber(store(), { state });
    expect(await ask(msisdn)).toEqual([]);
    expect(await passwordsOf(accountId)).toBe(0);
  });

  it('is not answered on a line whose block has run out', async () => {
    const { msisdn } = await addSubscriber(store(), { state: 'blocked' });
    cabinet.clock.advance(31 * DAY_MS);
    expect(await ask(msisdn)).toEqual([]);
  });

  it('is not answered to a number that is not ours', async () => {
    expect(await ask('9999999999')).toEqual([]);
    expect(await smsTo(store(), '9999999999')).toEqual([]);
  });

  it('sent twenty times at once is answered once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(await smsTo(store(), subscriber.msisdn)).toHaveLength(1);
  });

  it('changes nothing about the permanent password by itself', async () => {
    await ask();
    cabinet.clock.advance(HOUR_MS);
    await logIn(cabinet, subscriber);
  });

  async function passwordsOf(accountId: bigint): Promise<number> {
    const rows = await store().read((db) =>
      db.selectFrom('one_time_passwords').selectAll().where('account_id', '=', accountId).execute(),
    );
    return rows.length;
  }
});
