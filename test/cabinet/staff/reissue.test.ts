import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask, logIn } from '../../support/http.ts';
import {
  addOtherRegion,
  DOCUMENT,
  firstLogin,
  moveAway,
  newContract,
  newReissue,
} from '../../support/issuing.ts';
import { noteSecret } from '../../support/secrets.ts';
import { openSession } from '../../support/sessions.ts';
import { askForPassword, oneTimePasswordIn, smsTo } from '../../support/sms.ts';
import { readTrail, type StaffCaller, staffCaller } from '../../support/staff.ts';
import { CODEWORD, PASSWORD } from '../../support/subscribers.ts';

const MINUTE = 60_000;
const RIGHT = { codeword: ` ${CODEWORD.toUpperCase()} ` };
const WRONG = { codeword: 'туча' };

describeCabinet('issuing credentials again (R16)', (test) => {
  let issuer: StaffCaller;
  beforeAll(async () => {
    await addOtherRegion(test().store);
    issuer = await staffCaller(test().store, test().cabinet, { regionId: 66, ownLines: ['9607777777'] });
  });

  const reissue = async (
    login: string,
    wanted: Record<string, unknown> = {},
    { dryRun = false, ...how }: { key?: string; dryRun?: boolean } = {},
  ) => {
    const path = `/v1/staff/subscribers/${encodeURIComponent(login)}/credentials${dryRun ? '?dry_run=true' : ''}`;
    const answer = await issuer.post(path, newReissue({ check: RIGHT, ...wanted }), how);
    if (answer.body.one_time_password) noteSecret(answer.body.one_time_password);
    return answer;
  };

  it('leaves the old password worthless and ends every session; the new one opens one (R2)', async () => {
    const { store, cabinet } = test();
    const ann = await test().subscribe({ wallet: 100_00n });
    const old = await openSession(store, ann.accountId, cabinet.clock.now());
    const { status, body } = await reissue(`8 ${ann.msisdn}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ account_id: String(ann.accountId), msisdn: ann.msisdn });
    expect((await ask(cabinet, '/v1/balance', { token: old })).body.code).toBe('session_revoked');
    await expect(logIn(cabinet, { msisdn: ann.msisdn, password: PASSWORD })).rejects.toThrow(
      'wrong_credentials',
    );
    const token = await firstLogin(cabinet, body);
    expect((await ask(cabinet, '/v1/balance', { token })).body.balance.amount).toBe('100.00');
    expect((await readTrail(store)).at(-1)).toMatchObject({
      action: 'reissueCredentials',
      subject: `account:${ann.accountId}`,
      reason: 'Паспорт предъявлен',
      result: 'done',
    });
  });

  it('tells the line, which can take the cabinet back by an SMS (R4)', async () => {
    const { store, cabinet } = test();
    const ann = await test().subscribe();
    const { body } = await reissue(ann.networkLogin);
    expect(await smsTo(store, ann.msisdn)).toEqual([
      'Офис выдал новый пароль кабинета. Не вы? Отправьте SMS на 1070.',
    ]);
    const [sms = ''] = await askForPassword(store, cabinet, ann.msisdn);
    const stranger = { msisdn: ann.msisdn, password: body.one_time_password };
    await expect(logIn(cabinet, stranger)).rejects.toThrow('wrong_credentials');
    await logIn(cabinet, { msisdn: ann.msisdn, password: oneTimePasswordIn(sms) });
  });

  it('writes to no SIM that is blocked', async () => {
    const bob = await test().subscribe({ state: 'blocked' });
    expect((await reissue(bob.msisdn)).status).toBe(200);
    expect(await smsTo(test().store, bob.msisdn)).toEqual([]);
  });

  it('serves a company, which gets no password by SMS (R4)', async () => {
    const { store } = test();
    const firm = await test().subscribe();
    await store.transact((tx) =>
      tx
        .updateTable('accounts')
        .set({ holder_kind: 'company' })
        .where('account_id', '=', firm.accountId)
        .execute(),
    );
    expect((await reissue(firm.msisdn)).status).toBe(200);
    expect(await smsTo(store, firm.msisdn)).toEqual([
      'Офис выдал новый пароль кабинета. Не вы? Обратитесь в офис.',
    ]);
  });

  it('takes the document that was recorded with the contract', async () => {
    const { body: issued } = await issuer.post('/v1/staff/issues', newContract());
    const check = (document: object) => reissue(issued.account_id, { check: { document } });
    expect((await check({ ...DOCUMENT, last_digits: '0000' })).body.code).toBe('identity_mismatch');
    expect((await check({ ...DOCUMENT, kind: 'military_id' })).body.code).toBe('identity_mismatch');
    expect((await check(DOCUMENT)).body.holder).toBe('Ковалёва Анна Сергеевна');
    const without = await test().subscribe();
    const unknown = await reissue(without.msisdn, { check: { document: DOCUMENT } });
    expect(unknown.body.code).toBe('identity_mismatch');
  });

  it('locks the checks of an account for 15 minutes after five wrong ones, the right one included', async () => {
    const { cabinet } = test();
    const ann = await test().subscribe();
    for (let wrong = 0; wrong < 5; wrong++)
      expect((await reissue(ann.msisdn, { check: WRONG })).body.code).toBe('identity_mismatch');
    const locked = await reissue(ann.msisdn);
    expect(locked.status).toBe(429);
    expect(locked.body).toMatchObject({ code: 'identity_locked', params: { retry_after_seconds: 900 } });
    await logIn(cabinet, ann);
    const now = cabinet.clock.now();
    cabinet.clock.advance(15 * MINUTE);
    expect((await reissue(ann.msisdn)).status).toBe(200);
    cabinet.clock.set(now);
  });

  it('examines no more than five, however many are sent at once', async () => {
    const ann = await test().subscribe();
    const tries = Array.from({ length: 9 }, () => reissue(ann.msisdn, { check: WRONG }));
    const codes = (await Promise.all(tries)).map(({ body }) => body.code).sort();
    expect(codes).toEqual([...Array(4).fill('identity_locked'), ...Array(5).fill('identity_mismatch')]);
  });

  it('counts wrong ones in a row only, and one sent again under its key once', async () => {
    const ann = await test().subscribe();
    const key = randomUUID();
    const wrong = newReissue({ check: WRONG });
    for (let sent = 0; sent < 8; sent++) await reissue(ann.msisdn, wrong, { key });
    for (let tried = 0; tried < 3; tried++) await reissue(ann.msisdn, { check: WRONG });
    expect((await reissue(ann.msisdn)).status).toBe(200);
    for (let tried = 0; tried < 4; tried++) await reissue(ann.msisdn, { check: WRONG });
    expect((await reissue(ann.msisdn)).status).toBe(200);
  });

  it('examines nothing in a dry run, and leaves everything as it was', async () => {
    const ann = await test().subscribe();
    for (let dry = 0; dry < 7; dry++) {
      const { status, body } = await reissue(ann.msisdn, { check: WRONG }, { dryRun: true });
      expect({ status, password: body.one_time_password }).toEqual({ status: 200, password: '' });
    }
    await logIn(test().cabinet, ann);
    expect(await smsTo(test().store, ann.msisdn)).toEqual([]);
    expect((await reissue(ann.msisdn)).status).toBe(200);
  });

  it('is refused for one’s own line before anything is examined', async () => {
    const own = await test().subscribe({ msisdn: '9607777777' });
    for (let tried = 0; tried < 7; tried++)
      expect((await reissue(own.networkLogin, { check: WRONG })).body.code).toBe('own_line');
    await logIn(test().cabinet, own);
  });

  it('knows nobody of another region', async () => {
    const away = await test().subscribe();
    await moveAway(test().store, away.accountId);
    const answers = [await reissue(away.msisdn), await reissue('9009999999')];
    for (const { body } of answers) expect(body.code).toBe('subscriber_not_found');
    const subjects = (await readTrail(test().store)).slice(-2).map(({ subject }) => subject);
    expect(subjects).toEqual([`login:${away.msisdn}`, 'login:9009999999']);
    await logIn(test().cabinet, away);
  });
});
