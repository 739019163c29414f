import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask } from '../../support/http.ts';
import { noteSecret } from '../../support/secrets.ts';
import {
  addEnrolledMember,
  codeAt,
  newReplyKey,
  openSessionOf,
  openStaffSession,
  readTrail,
  STAFF_PASSWORD,
  STAFF_TOTP,
  type StaffCaller,
  staffCaller,
} from '../../support/staff.ts';

const petrova = {
  login: 'petrova',
  name: 'Петрова Инна Львовна',
  role: 'issuer',
  office: 'Сысерть',
  region: 'sverdlovsk',
  own_lines: ['9001112233'],
};

describeCabinet('members of the staff', (test) => {
  let admin: StaffCaller;
  let added = 0;
  beforeAll(async () => {
    admin = await staffCaller(test().store, test().cabinet, { role: 'administrator', login: 'chief' });
  });
  const invitation = (own: object = {}) => ({
    ...petrova,
    login: `petrova${added++}`,
    reply_key: newReplyKey(),
    ...own,
  });
  const logIn = (login: string, steps = 0) =>
    ask(test().cabinet, '/v1/staff/sessions', {
      method: 'POST',
      key: null,
      body: { login, password: STAFF_PASSWORD, code: codeAt(STAFF_TOTP, test().cabinet.clock.now(), steps) },
    });
  const because = { reason: 'уволилась' };

  it('are added with a password for the first login, and shown without it', async () => {
    const wanted = invitation();
    const { status, body } = await admin.post('/v1/staff/members', wanted);
    noteSecret(body.one_time_password);
    const { reply_key: _, ...member } = wanted;
    const shown = {
      ...member,
      state: 'invited',
      created_at: '2026-03-05T14:00:00+05:00',
      last_login_at: null,
    };
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        ...shown,
        one_time_password: expect.stringMatching(/^([a-z]{4}-){2}[a-z]{4}$/),
        one_time_password_expires_at: '2026-03-06T14:00:00+05:00',
      },
    });
    expect((await admin.get(`/v1/staff/members/${wanted.login}`)).body).toEqual(shown);
    expect((await admin.get('/v1/staff/members/nobody')).body).toMatchObject({
      code: 'member_not_found',
      status: 404,
    });
  });

  it('have a login of their own and a region that there is', async () => {
    const wanted = invitation();
    await admin.post('/v1/staff/members', wanted);
    expect((await admin.post('/v1/staff/members', wanted)).body.code).toBe('member_exists');
    const nowhere = await admin.post('/v1/staff/members', invitation({ region: 'atlantis' }));
    expect(nowhere.body).toMatchObject({ code: 'region_unknown', status: 422 });
    const twice = await Promise.all(
      Array.from({ length: 4 }, () => admin.post('/v1/staff/members', { ...wanted, login: 'at-once' })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('are not added by a dry run, which is recorded as one (R16)', async () => {
    const wanted = invitation();
    expect((await admin.post('/v1/staff/members?dry_run=true', wanted)).status).toBe(201);
    expect((await admin.get(`/v1/staff/members/${wanted.login}`)).body.code).toBe('member_not_found');
    const [dry] = (await readTrail(test().store)).slice(-2);
    expect(dry).toMatchObject({
      action: 'createMember',
      member: 'chief',
      subject: `member:${wanted.login}`,
      result: 'done',
      dry_run: true,
    });
  });

  it('are listed by login, page after page', async () => {
    for (let member = 0; member < 3; member++) await admin.post('/v1/staff/members', invitation());
    const all = (await admin.get('/v1/staff/members')).body.items.map(
      ({ login }: { login: string }) => login,
    );
    const pages: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await admin.get(`/v1/staff/members?limit=2${after && `&after=${after}`}`);
      pages.push(...body.items.map(({ login }: { login: string }) => login));
      if (body.next === null) break;
      after = body.next;
    }
    expect(pages).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('chief');
  });

  describe.each(['disable', 'reset'])('after a %s', (act) => {
    const body = () => ({ ...because, ...(act === 'reset' && { reply_key: newReplyKey() }) });

    it('have no session any more, and do not get in', async () => {
      const { login, memberId } = await addEnrolledMember(test().store);
      const token = await openSessionOf(test().store, memberId, test().cabinet.clock.now());
      const answer = await admin.post(`/v1/staff/members/${login}/${act}`, body());
      noteSecret(answer.body.one_time_password ?? 'no password of a disabled member');
      expect(answer.body).toMatchObject({ login, state: act === 'reset' ? 'invited' : 'disabled' });
      const session = await ask(test().cabinet, '/v1/staff/sessions/current', { token });
      expect(session.body.code).toBe('session_revoked');
      expect((await logIn(login)).body.code).toBe('wrong_credentials');
      expect((await readTrail(test().store)).at(-2)).toMatchObject({
        action: act === 'reset' ? 'resetMember' : 'disableMember',
        member: 'chief',
        subject: `member:${login}`,
        reason: 'уволилась',
        result: 'done',
      });
    });

    it('are never oneself, nor somebody who is not there', async () => {
      const own = await admin.post(`/v1/staff/members/chief/${act}`, body());
      expect(own.body).toMatchObject({ code: 'own_member', status: 409 });
      const nobody = await admin.post(`/v1/staff/members/nobody/${act}`, body());
      expect(nobody.body.code).toBe('member_not_found');
    });

    it('stay as they were when it was a dry run', async () => {
      const { login } = await addEnrolledMember(test().store);
      expect((await admin.post(`/v1/staff/members/${login}/${act}?dry_run=true`, body())).status).toBe(200);
      const opened = await logIn(login);
      noteSecret(opened.body.token);
      expect(opened.status).toBe(201);
    });
  });

  it('who were disabled, or guessed at until they were locked, get in again after a reset', async () => {
    const { login } = await addEnrolledMember(test().store);
    await admin.post(`/v1/staff/members/${login}/disable`, because);
    for (let wrong = 0; wrong < 5; wrong++) await logIn(login);
    expect((await logIn(login)).body.code).toBe('login_locked');
    const { body } = await admin.post(`/v1/staff/members/${login}/reset`, {
      reason: 'вернулась',
      reply_key: newReplyKey(),
    });
    const password = body.one_time_password;
    noteSecret(password);
    const first = await ask(test().cabinet, '/v1/staff/sessions', {
      method: 'POST',
      key: null,
      body: { login, password },
    });
    noteSecret(first.body.token);
    expect(first.body).toMatchObject({ login, enrolment_required: true });
  });

  it('who lock each other out at once leave one of them in', async () => {
    const names = ['eve', 'ada'];
    const both = await Promise.all(
      names.map((login) =>
        openStaffSession(test().store, { login, role: 'administrator' }, test().cabinet.clock.now()),
      ),
    );
    const answers = await Promise.all(
      both.map(({ login, token }) =>
        ask(test().cabinet, `/v1/staff/members/${login === 'eve' ? 'ada' : 'eve'}/disable`, {
          method: 'POST',
          token,
          body: because,
        }),
      ),
    );
    expect(answers.map(({ body }) => body.code ?? body.state).sort()).toEqual([
      'disabled',
      'session_revoked',
    ]);
    const states = await Promise.all(
      names.map(async (login) => (await admin.get(`/v1/staff/members/${login}`)).body.state),
    );
    expect(states.sort()).toEqual(['active', 'disabled']);
  });

  it('get the same first password again under the same key and reply key, from a new session too', async () => {
    const wanted = invitation();
    const key = randomUUID();
    const first = await admin.post('/v1/staff/members', wanted, { key });
    noteSecret(first.body.one_time_password);
    const token = await openSessionOf(test().store, admin.member.memberId, test().cabinet.clock.now());
    const again = await ask(test().cabinet, '/v1/staff/members', {
      method: 'POST',
      token,
      body: wanted,
      key,
    });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    const other = { ...wanted, reply_key: newReplyKey() };
    expect((await admin.post('/v1/staff/members', other, { key })).body.code).toBe('idempotency_key_reused');
    const stored = await test().store.read((db) =>
      db
        .selectFrom('staff_idempotency_keys')
        .select('reply')
        .where('key', '=', key)
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(stored.reply)).toContain(wanted.login);
    expect(JSON.stringify(stored.reply)).not.toContain(first.body.one_time_password);
    expect((await readTrail(test().store)).slice(-3)).toMatchObject([
      { subject: `member:${wanted.login}`, result: 'done' },
      { subject: `member:${wanted.login}`, result: 'done' },
      { result: 'idempotency_key_reused' },
    ]);
  });
});
