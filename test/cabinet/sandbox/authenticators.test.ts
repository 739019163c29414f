import { afterAll, beforeAll, expect, it } from 'vitest';
import { STAFF_PASSWORD } from '../../../src/cabinet/sandbox/data/staff.ts';
import { seed } from '../../../src/cabinet/sandbox/seed.ts';
import { SECOND_MS } from '../../../src/shared/period.ts';
import { movableClock } from '../../support/clock.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { ask } from '../../support/http.ts';
import { seededRandom } from '../../support/random.ts';
import { noteSecret } from '../../support/secrets.ts';
import { newReplyKey } from '../../support/staff.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';

const AT = '2026-09-16T09:00:10Z';

describeOnBothEngines('the authenticators of a sandbox', (store) => {
  let sandbox: RunningCabinet;
  const clock = movableClock(AT);
  beforeAll(async () => {
    await seed(store(), { at: new Date(AT), random: seededRandom('authenticators') });
    const calendar = { offset: () => 0, act: () => {}, advance: async () => {}, reset: async () => {} };
    sandbox = await startCabinet(store(), { clock, sandbox: { controlToken: 'control', clock: calendar } });
  });
  afterAll(() => sandbox.stop());

  const show = (login: string) => ask(sandbox, `/v1/sandbox/authenticators/${login}`, { token: 'control' });
  const logIn = async (login: string, more: object) => {
    const body = { login, password: STAFF_PASSWORD, ...more };
    const answer = await ask(sandbox, '/v1/staff/sessions', { method: 'POST', key: null, body });
    if (answer.status === 201) noteSecret(answer.body.token);
    return answer;
  };

  it.each([
    ['issuer', 'issuer'],
    ['issuer-ural', 'issuer'],
    ['support', 'support'],
    ['auditor', 'auditor'],
    ['admin', 'administrator'],
  ])('let %s in as the %s that every sandbox has (R16)', async (login, role) => {
    const { code } = (await show(login)).body;
    expect((await logIn(login, { code })).body).toMatchObject({ login, role, enrolment_required: false });
  });

  it('show the first code that was not used, and from when on it is good', async () => {
    clock.set('2026-09-16T10:00:10Z');
    const first = (await show('admin')).body;
    expect((await show('admin')).body).toEqual(first);
    expect(first).toMatchObject({ login: 'admin', usable_in_seconds: 0, usable_for_seconds: 50 });
    await logIn('admin', { code: first.code });
    const second = (await show('admin')).body;
    expect(second).toMatchObject({ usable_in_seconds: 0, usable_for_seconds: 80 });
    expect((await logIn('admin', { code: second.code })).status).toBe(201);
    const third = (await show('admin')).body;
    expect(third).toMatchObject({ usable_in_seconds: 20, usable_for_seconds: 90 });
    clock.advance(19 * SECOND_MS);
    expect((await logIn('admin', { code: third.code })).status).toBe(401);
    clock.advance(SECOND_MS);
    expect((await logIn('admin', { code: third.code })).status).toBe(201);
  });

  it('scan what a new member is shown, and know nobody else', async () => {
    expect((await show('novice')).body).toMatchObject({ code: 'member_not_found', status: 404 });
    clock.set('2026-09-16T11:00:10Z');
    const { token } = (await logIn('admin', { code: (await show('admin')).body.code })).body;
    const invited = await ask(sandbox, '/v1/staff/members', {
      method: 'POST',
      token,
      body: {
        login: 'novice',
        name: 'Новенький',
        role: 'support',
        office: 'Омск',
        region: null,
        own_lines: [],
        reply_key: newReplyKey(),
      },
    });
    const password = invited.body.one_time_password;
    noteSecret(password);
    const begun = await logIn('novice', { password });
    await ask(sandbox, '/v1/staff/enrolment', { token: begun.body.token });
    const { code } = (await show('novice')).body;
    const body = { code, new_password: 'Brand-New-1' };
    const how = { method: 'POST', token: begun.body.token, body, key: null };
    const enrolled = await ask(sandbox, '/v1/staff/enrolment', how);
    noteSecret(enrolled.body.token);
    expect(enrolled.body).toMatchObject({ login: 'novice', enrolment_required: false });
    const next = (await show('novice')).body.code;
    expect((await logIn('novice', { password: 'Brand-New-1', code: next })).status).toBe(201);
  });

  it('are behind the control token', async () => {
    expect((await ask(sandbox, '/v1/sandbox/authenticators/admin')).body.code).toBe('token_missing');
    const other = await ask(sandbox, '/v1/sandbox/authenticators/admin', { token: 'lisa_stf_other' });
    expect(other.body.code).toBe('token_unknown');
  });
});
