import { expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask } from '../../support/http.ts';
import { noteSecret } from '../../support/secrets.ts';
import {
  addEnrolledMember,
  codeAt,
  openSessionOf,
  readTrail,
  STAFF_PASSWORD,
  STAFF_TOTP,
} from '../../support/staff.ts';

const WANTED = 'Quite-Another-8';

describeCabinet('changeStaffPassword', (test) => {
  const now = () => test().cabinet.clock.now();
  const code = (steps = 0) => codeAt(STAFF_TOTP, now(), steps);
  const begin = async () => {
    const member = await addEnrolledMember(test().store);
    return { ...member, token: await openSessionOf(test().store, member.memberId, now()) };
  };
  const change = (token: string, body: object = {}, how: { key?: string; query?: string } = {}) =>
    ask(test().cabinet, `/v1/staff/password${how.query ?? ''}`, {
      method: 'PUT',
      token,
      body: { current_password: STAFF_PASSWORD, code: code(), new_password: WANTED, ...body },
      ...(how.key !== undefined && { key: how.key }),
    });
  const logIn = (body: object) =>
    ask(test().cabinet, '/v1/staff/sessions', { method: 'POST', body, key: null });

  it('ends every other session, and the authenticator goes on with the new password (R2)', async () => {
    const { login, memberId, token } = await begin();
    const other = await openSessionOf(test().store, memberId, now());
    const { status, body } = await change(token);
    expect({ status, body }).toEqual({
      status: 200,
      body: { changed_at: '2026-03-05T14:00:00+05:00', sessions_ended: 1 },
    });
    const session = (token: string) => ask(test().cabinet, '/v1/staff/sessions/current', { token });
    expect((await session(other)).body.code).toBe('session_revoked');
    expect((await session(token)).status).toBe(200);
    const old = await logIn({ login, password: STAFF_PASSWORD, code: code(1) });
    expect(old.body.code).toBe('wrong_credentials');
    const opened = await logIn({ login, password: WANTED, code: code(1) });
    noteSecret(opened.body.token);
    expect(opened.status).toBe(201);
  });

  it('uses the code up, and takes none that was used', async () => {
    const { login, token } = await begin();
    await change(token);
    expect((await logIn({ login, password: WANTED, code: code() })).body.code).toBe('wrong_credentials');
    const again = await change(token, { current_password: WANTED, new_password: 'And-Yet-Another-9' });
    expect(again.body.code).toBe('wrong_credentials');
  });

  it('asks for a good password, the right one, and another one (R3)', async () => {
    const { token } = await begin();
    expect((await change(token, { new_password: 'weak' })).body.code).toBe('password_too_weak');
    expect((await change(token, { current_password: 'Wrong-Guess-1' })).body.code).toBe('wrong_credentials');
    expect((await change(token, { code: '000000' })).body.code).toBe('wrong_credentials');
    expect((await change(token, { new_password: STAFF_PASSWORD })).body.code).toBe('password_unchanged');
  });

  it('uses the code up even when the new password is the old one', async () => {
    const { token } = await begin();
    expect((await change(token, { new_password: STAFF_PASSWORD })).body.code).toBe('password_unchanged');
    expect((await change(token)).body.code).toBe('wrong_credentials');
  });

  it('counts wrong ones as failed logins, and a dry run examines nothing (R3)', async () => {
    const { token, login } = await begin();
    const guess = { current_password: 'Wrong-Guess-1' };
    for (let dry = 0; dry < 6; dry++)
      expect((await change(token, guess, { query: '?dry_run=true' })).status).toBe(200);
    for (let wrong = 0; wrong < 5; wrong++) await change(token, guess);
    expect((await change(token)).body.code).toBe('login_locked');
    const locked = await logIn({ login, password: STAFF_PASSWORD, code: code() });
    expect(locked.body.code).toBe('login_locked');
    test().cabinet.clock.advance(15 * MINUTE_MS - SECOND_MS);
  });

  it('is repeated under its key without a second change, and recorded without a password (R16)', async () => {
    const { token, login } = await begin();
    const key = `change-${login}`;
    const first = await change(token, {}, { key });
    const again = await change(token, { code: code() }, { key });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    const trail = (await readTrail(test().store)).slice(-2);
    const act = { action: 'changeStaffPassword', member: login, subject: `member:${login}`, result: 'done' };
    expect(trail).toMatchObject([act, act]);
    const text = JSON.stringify(trail, (_key, value) => (typeof value === 'bigint' ? '' : value));
    expect(text).not.toContain(WANTED);
  });
});
