import { beforeAll, expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask } from '../../support/http.ts';
import { addOtherRegion, moveAway } from '../../support/issuing.ts';
import { openSession } from '../../support/sessions.ts';
import { readTrail, type StaffCaller, staffCaller } from '../../support/staff.ts';

const REASON = 'Обращение 4711: не видно остатка';

describeCabinet('support in a subscriber’s place (R16)', (test) => {
  let support: StaffCaller;
  beforeAll(async () => {
    await addOtherRegion(test().store);
    support = await staffCaller(test().store, test().cabinet, { role: 'support', regionId: 66 });
  });

  /** Asks as `login`, by default as support does it. */
  const look = async (
    path: string,
    login: string,
    how: { by?: StaffCaller; reason?: string | null; method?: string; accept?: string } = {},
  ) => {
    const { by = support, reason = REASON, accept, ...rest } = how;
    return ask(test().cabinet, path, {
      ...rest,
      token: await by.token(),
      headers: {
        'lisa-as': encodeURIComponent(login),
        ...(reason !== null && { 'lisa-reason': encodeURIComponent(reason) }),
        ...(accept !== undefined && { accept }),
      },
    });
  };
  const lastAct = async () => (await readTrail(test().store)).at(-1);

  it('sees what the subscriber sees, by any login in any spelling (R1), and is recorded', async () => {
    const ann = await test().subscribe({ wallet: 123_45n });
    const own = (await ann.call.get('/v1/balance')).body;
    for (const login of [`+7 (${ann.msisdn.slice(0, 3)}) ${ann.msisdn.slice(3)}`, ann.networkLogin])
      expect((await look('/v1/balance', login)).body).toEqual(own);
    expect(await lastAct()).toMatchObject({
      member: support.member.login,
      role: 'support',
      office: support.member.office,
      action: 'getBalance',
      subject: `account:${ann.accountId}`,
      reason: REASON,
      source: '127.0.0.1',
      result: 'done',
      dry_run: false,
    });
  });

  it('gets the export of call detail as a stream, recorded before it begins', async () => {
    const ann = await test().subscribe({ wallet: 100_00n });
    const before = (await readTrail(test().store)).length;
    const answer = await fetch(`${test().cabinet.url}/v1/usage`, {
      headers: {
        authorization: `Bearer ${await support.token()}`,
        accept: 'application/x-ndjson',
        'lisa-as': ann.msisdn,
        'lisa-reason': encodeURIComponent(REASON),
      },
    });
    expect(await readTrail(test().store)).toHaveLength(before + 1);
    const lines = (await answer.text()).trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ count: lines.length - 1 });
    expect(await lastAct()).toMatchObject({ action: 'listUsage', subject: `account:${ann.accountId}` });
  });

  it('leaves no mark on the subscriber: no session is prolonged, nothing is billed', async () => {
    const { store, cabinet } = test();
    const ann = await test().subscribe({ wallet: 1_000_00n });
    const now = cabinet.clock.now();
    await openSession(store, ann.accountId, now);
    await store.transact((tx) =>
      tx
        .updateTable('lines')
        .set({ next_fee_at: new Date(now.getTime() - 1) })
        .where('account_id', '=', ann.accountId)
        .execute(),
    );
    const own = () =>
      store.read(async (db) => ({
        sessions: await db
          .selectFrom('sessions')
          .selectAll()
          .where('account_id', '=', ann.accountId)
          .execute(),
        line: await db.selectFrom('lines').selectAll().where('account_id', '=', ann.accountId).execute(),
        money: await db.selectFrom('balances').selectAll().where('account_id', '=', ann.accountId).execute(),
      }));
    const before = await own();
    cabinet.clock.advance(60_000);
    for (const path of ['/v1/balance', '/v1/account', '/v1/usage', '/v1/tones', '/v1/sim'])
      expect((await look(path, ann.msisdn)).status).toBe(200);
    expect(await own()).toEqual(before);
  });

  it('is told of a subscriber of another region what it is told of nobody', async () => {
    const away = await test().subscribe();
    await moveAway(test().store, away.accountId);
    const foreign = await look('/v1/balance', away.msisdn);
    expect(await lastAct()).toMatchObject({
      subject: `login:${away.msisdn}`,
      result: 'subscriber_not_found',
    });
    const missing = await look('/v1/balance', '9009999999');
    const plain = ({ request_id: _, ...body }: Record<string, unknown>) => body;
    expect(foreign.status).toBe(404);
    expect(plain(foreign.body)).toEqual(plain(missing.body));
  });

  it('learns nothing from a request that is refused before it is recorded: not even who exists', async () => {
    const ann = await test().subscribe();
    const before = (await readTrail(test().store)).length;
    const refused = { status: 400, body: { code: 'bad_request', params: { field: 'limit' } } };
    expect(await look('/v1/payments?limit=x', ann.msisdn)).toMatchObject(refused);
    expect(await look('/v1/payments?limit=x', '9009009009')).toMatchObject(refused);
    expect(await readTrail(test().store)).toHaveLength(before);
  });

  it('needs a reason, which is kept', async () => {
    const ann = await test().subscribe();
    const without = await look('/v1/balance', ann.msisdn, { reason: null });
    expect(without.body).toMatchObject({
      code: 'bad_request',
      params: { field: 'lisa-reason', reason: 'required' },
    });
    expect(await lastAct()).toMatchObject({ result: 'bad_request', subject: `login:${ann.msisdn}` });
    for (const reason of ['да', 'я'.repeat(201), 'а\nб'])
      expect((await look('/v1/balance', ann.msisdn, { reason })).body.params.field).toBe('lisa-reason');
    expect((await look('/v1/balance', ann.msisdn, { reason: 'я'.repeat(200) })).status).toBe(200);
  });

  it('names a login, and nothing else', async () => {
    for (const login of ['', ' ', 'x'.repeat(65), 'a\u0000b'])
      expect((await look('/v1/balance', login)).body.params).toEqual({ field: 'lisa-as', reason: 'pattern' });
  });

  it('changes nothing: mutations, the password and the state of the session are the subscriber’s', async () => {
    const ann = await test().subscribe({ wallet: 1_000_00n });
    const refused = [
      await look('/v1/sim/block', ann.msisdn, { method: 'POST' }),
      await look('/v1/password', ann.msisdn, { method: 'PUT' }),
      await look('/v1/sessions/current', ann.msisdn),
      await support.get('/v1/balance'),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(Array(4).fill('subscriber_only'));
    expect(refused.map(({ status }) => status)).toEqual(Array(4).fill(403));
  });

  it.each(['issuer', 'auditor', 'administrator'] as const)('is not for the role %s', async (role) => {
    const ann = await test().subscribe();
    const by = await staffCaller(test().store, test().cabinet, { role });
    const { status, body } = await look('/v1/balance', ann.msisdn, { by });
    expect({ status, ...body }).toMatchObject({
      status: 403,
      code: 'role_forbidden',
      params: { role, allowed: ['support'] },
    });
    expect(await lastAct()).toMatchObject({ member: by.member.login, result: 'role_forbidden' });
  });

  it('is not for a member who has not enrolled', async () => {
    const ann = await test().subscribe();
    const by = await staffCaller(test().store, test().cabinet, { role: 'support', state: 'invited' });
    expect((await look('/v1/balance', ann.msisdn, { by })).body.code).toBe('enrolment_required');
  });

  it('is refused to a subscriber, not ignored, and does not prolong their session', async () => {
    const { store, cabinet } = test();
    const [ann, eve] = [await test().subscribe(), await test().subscribe()];
    const token = await openSession(store, eve.accountId, cabinet.clock.now());
    cabinet.clock.advance(60_000);
    const { status, body } = await ask(cabinet, '/v1/balance', { token, headers: { 'lisa-as': ann.msisdn } });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'staff_only' });
    const [session] = await store.read((db) =>
      db.selectFrom('sessions').selectAll().where('account_id', '=', eve.accountId).execute(),
    );
    expect(session?.last_used_at).toEqual(session?.created_at);
    const stale = await ask(cabinet, '/v1/balance', {
      token: 'lisa_ses_x',
      headers: { 'lisa-as': ann.msisdn },
    });
    expect(stale.body.code).toBe('token_unknown');
  });

  it('records a refusal of the operation itself', async () => {
    const ann = await test().subscribe();
    expect((await look('/v1/offers/nothing', ann.msisdn)).body.code).toBe('offer_not_found');
    expect(await lastAct()).toMatchObject({
      action: 'getOffer',
      subject: `account:${ann.accountId}`,
      result: 'offer_not_found',
    });
  });
});
