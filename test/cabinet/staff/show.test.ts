import { beforeAll, expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask, logIn } from '../../support/http.ts';
import { addOtherRegion, DOCUMENT, firstLogin, newContract } from '../../support/issuing.ts';
import { openSession } from '../../support/sessions.ts';
import { readTrail, type StaffCaller, staffCaller } from '../../support/staff.ts';

describeCabinet('a subscriber as the office sees one (R16)', (test) => {
  let support: StaffCaller;
  let issuer: StaffCaller;
  beforeAll(async () => {
    await addOtherRegion(test().store);
    support = await staffCaller(test().store, test().cabinet, { role: 'support' });
    issuer = await staffCaller(test().store, test().cabinet);
  });

  const show = async (login: string) => (await support.get(`/v1/staff/subscribers/${login}`)).body;

  it('has a document without its digits, and nothing of the codeword', async () => {
    const contract = newContract({ codeword: 'Звездопад7' });
    const { body: issued } = await issuer.post('/v1/staff/issues', contract);
    const shown = await show(issued.msisdn);
    expect(shown).toEqual({
      account_id: issued.account_id,
      contract_number: contract.contract_number,
      holder: contract.holder,
      holder_kind: 'person',
      msisdn: contract.msisdn,
      network_login: contract.network_login,
      region: issued.region,
      state: 'active',
      contract_date: '2026-03-05',
      tariff: { tariff_id: 'start', name: { ru: 'Старт', en: 'Start' } },
      document: { kind: 'passport', recorded_at: '2026-03-05T14:00:00+05:00' },
      password: {
        changed_at: null,
        state: 'one_time',
        one_time_password_expires_at: issued.one_time_password_expires_at,
      },
      open_sessions: 0,
      last_action_at: null,
    });
    const said = JSON.stringify(shown).toLowerCase();
    for (const secret of [DOCUMENT.last_digits, 'звездопад7', issued.one_time_password, 'argon2'])
      expect(said).not.toContain(secret);
  });

  it('shows what a login is possible with', async () => {
    const { cabinet } = test();
    const { body: issued } = await issuer.post('/v1/staff/issues', newContract());
    const state = async () => (await show(issued.account_id)).password;
    const first = { msisdn: issued.msisdn, password: issued.one_time_password };
    const token = await logIn(cabinet, first);
    expect(await state()).toEqual({ changed_at: null, state: 'none', one_time_password_expires_at: null });
    const change = { current_password: first.password, new_password: 'Chosen-Here-1' };
    await ask(cabinet, '/v1/password', { method: 'PUT', token, body: change });
    expect(await state()).toEqual({
      changed_at: '2026-03-05T14:00:00+05:00',
      state: 'permanent',
      one_time_password_expires_at: null,
    });
  });

  it('shows that an issued password ran out', async () => {
    const { cabinet } = test();
    const { body: issued } = await issuer.post('/v1/staff/issues', newContract());
    const now = cabinet.clock.now();
    cabinet.clock.advance(86_400_000);
    expect((await show(issued.account_id)).password.state).toBe('none');
    cabinet.clock.set(now);
  });

  it('counts the sessions that are open, and knows the last action in any', async () => {
    const { store, cabinet } = test();
    const { body: issued } = await issuer.post('/v1/staff/issues', newContract());
    await firstLogin(cabinet, issued);
    const now = cabinet.clock.now();
    cabinet.clock.advance(20 * 60_000);
    const token = await openSession(store, BigInt(issued.account_id), cabinet.clock.now());
    expect(await show(issued.msisdn)).toMatchObject({
      open_sessions: 1,
      last_action_at: '2026-03-05T14:20:00+05:00',
    });
    await ask(cabinet, '/v1/sessions/current', { method: 'DELETE', token, key: null });
    expect(await show(issued.msisdn)).toMatchObject({
      open_sessions: 0,
      last_action_at: '2026-03-05T14:20:00+05:00',
    });
    cabinet.clock.set(now);
  });

  it('is read by any login, and recorded as read', async () => {
    const ann = await test().subscribe();
    for (const login of [ann.accountId, ann.networkLogin, `8${ann.msisdn}`]) {
      expect((await show(String(login))).msisdn).toBe(ann.msisdn);
      expect((await readTrail(test().store)).at(-1)).toMatchObject({
        member: support.member.login,
        action: 'getSubscriber',
        subject: `account:${ann.accountId}`,
      });
    }
    expect((await show(ann.msisdn)).document).toBeNull();
  });
});
