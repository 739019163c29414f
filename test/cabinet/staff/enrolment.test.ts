import { expect, it } from 'vitest';
import { readSecret } from '../../../src/cabinet/domain/staff/totp.ts';
import { DAY_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask } from '../../support/http.ts';
import { noteSecret } from '../../support/secrets.ts';
import { codeAt, newReplyKey, readTrail, staffCaller } from '../../support/staff.ts';

const CHOSEN = 'Chosen-By-Me-1';
let invited = 0;

describeCabinet('the first login of a member', (test) => {
  /** A new member with the password that an administrator hands over. */
  const invite = async () => {
    const admin = await staffCaller(test().store, test().cabinet, { role: 'administrator' });
    const login = `newcomer${invited++}`;
    const { status, body } = await admin.post('/v1/staff/members', {
      login,
      name: 'Новикова Ольга',
      role: 'issuer',
      office: 'Тара',
      region: null,
      own_lines: [],
      reply_key: newReplyKey(),
    });
    expect(status).toBe(201);
    noteSecret(body.one_time_password);
    return { admin, login, password: body.one_time_password as string };
  };
  const logIn = (body: object) =>
    ask(test().cabinet, '/v1/staff/sessions', { method: 'POST', body, key: null });
  const begin = async (body: { login: string; password: string }) => {
    const answer = await logIn(body);
    expect(answer.status).toBe(201);
    noteSecret(answer.body.token);
    return answer.body.token as string;
  };
  const secretOf = async (token: string) => {
    const { body } = await ask(test().cabinet, '/v1/staff/enrolment', { token });
    noteSecret(body.totp_secret);
    return { ...body, bytes: readSecret(body.totp_secret) };
  };
  const complete = (token: string, body: { code: string; new_password?: string }) =>
    ask(test().cabinet, '/v1/staff/enrolment', {
      method: 'POST',
      token,
      body: { new_password: CHOSEN, ...body },
      key: null,
    });
  const now = () => test().cabinet.clock.now();

  it('ends with a password and an authenticator of their own, and another session', async () => {
    const { login, password } = await invite();
    const token = await begin({ login, password });
    const { totp_secret, totp_uri, bytes } = await secretOf(token);
    expect(totp_secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(totp_uri).toBe(`otpauth://totp/LISA:${login}?secret=${totp_secret}&issuer=LISA`);
    const { status, body } = await complete(token, { code: codeAt(bytes, now()) });
    noteSecret(body.token);
    expect(status).toBe(201);
    expect(body).toMatchObject({ login, enrolment_required: false, office: 'Тара' });
    const old = await ask(test().cabinet, '/v1/staff/sessions/current', { token });
    expect(old.body.code).toBe('session_revoked');
    const session = await ask(test().cabinet, '/v1/staff/sessions/current', { token: body.token });
    expect(session.body.enrolment_required).toBe(false);
    expect((await logIn({ login, password })).body.code).toBe('wrong_credentials');
    const used = { login, password: CHOSEN, code: codeAt(bytes, now()) };
    expect((await logIn(used)).body.code).toBe('wrong_credentials');
    expect((await logIn({ ...used, code: codeAt(bytes, now(), 1) })).status).toBe(201);
  });

  it('may be repeated for 24 hours, each time with another secret that nobody has stored', async () => {
    const { login, password } = await invite();
    const aborted = await secretOf(await begin({ login, password }));
    expect((await secretOf(await begin({ login, password: password.toUpperCase() }))).totp_secret).not.toBe(
      aborted.totp_secret,
    );
    test().cabinet.clock.advance(DAY_MS - SECOND_MS);
    const token = await begin({ login, password: password.replaceAll('-', ' ') });
    const { bytes, totp_secret } = await secretOf(token);
    expect((await secretOf(token)).totp_secret).toBe(totp_secret);
    const stored = await test().store.read((db) =>
      db.selectFrom('staff_members').select('totp_sealed').where('login', '=', login).executeTakeFirst(),
    );
    expect(stored?.totp_sealed).toBeNull();
    test().cabinet.clock.advance(SECOND_MS);
    expect((await logIn({ login, password })).body.code).toBe('wrong_credentials');
    // The session that the password opened is good until its own end.
    expect((await complete(token, { code: codeAt(aborted.bytes, now()) })).body.code).toBe('code_wrong');
    expect((await complete(token, { code: codeAt(bytes, now()) })).status).toBe(201);
  });

  it('allows nothing else before, which is recorded (R16)', async () => {
    const { login, password } = await invite();
    const token = await begin({ login, password });
    const session = await ask(test().cabinet, '/v1/staff/sessions/current', { token });
    expect(session.body.enrolment_required).toBe(true);
    const refused = await ask(test().cabinet, '/v1/staff/members/admin', { token });
    expect(refused.body).toMatchObject({ code: 'enrolment_required', status: 403 });
    const body = { current_password: password, code: '000000', new_password: CHOSEN };
    const change = await ask(test().cabinet, '/v1/staff/password', { method: 'PUT', token, body });
    expect(change.body.code).toBe('enrolment_required');
    expect((await readTrail(test().store)).slice(-2)).toMatchObject([
      { member: login, action: 'getMember', subject: 'member:admin', result: 'enrolment_required' },
      { member: login, action: 'changeStaffPassword', result: 'enrolment_required' },
    ]);
  });

  it('takes only a good password and the right code (R3)', async () => {
    const { login, password } = await invite();
    const token = await begin({ login, password });
    const { bytes } = await secretOf(token);
    const code = codeAt(bytes, now());
    for (const [weak, reason] of [
      ['Short-1', 'too_short'],
      [password, 'no_digit'],
      [`Xx-1-${login}`, 'contains_login'],
    ] as const)
      expect((await complete(token, { code, new_password: weak })).body).toMatchObject({
        code: 'password_too_weak',
        params: { reason },
      });
    expect((await complete(token, { code: '000000' })).body).toMatchObject({
      code: 'code_wrong',
      status: 403,
    });
    expect((await complete(token, { code })).status).toBe(201);
  });

  it('happens once, however often it is completed at once', async () => {
    const { login, password } = await invite();
    const token = await begin({ login, password });
    const code = codeAt((await secretOf(token)).bytes, now());
    const answers = await Promise.all(Array.from({ length: 4 }, () => complete(token, { code })));
    const done = answers.filter(({ status }) => status === 201);
    expect(done).toHaveLength(1);
    noteSecret(done[0]?.body.token);
    const codes = answers.filter((answer) => answer !== done[0]).map(({ body }) => body.code);
    for (const each of codes) expect(['already_enrolled', 'session_revoked']).toContain(each);
    const again = await ask(test().cabinet, '/v1/staff/enrolment', { token: done[0]?.body.token });
    expect(again.body.code).toBe('already_enrolled');
  });

  it.each(['disable', 'reset'])('comes to nothing after a %s', async (act) => {
    const { admin, login, password } = await invite();
    const token = await begin({ login, password });
    const code = codeAt((await secretOf(token)).bytes, now());
    const reply_key = newReplyKey();
    const body = { reason: 'уволилась', ...(act === 'reset' && { reply_key }) };
    expect((await admin.post(`/v1/staff/members/${login}/${act}`, body)).status).toBe(200);
    expect((await complete(token, { code })).body.code).toBe('session_revoked');
    expect((await logIn({ login, password })).body.code).toBe('wrong_credentials');
  });
});
