import { describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { countHashes } from '../../support/hashes.ts';
import { type Answer, ask } from '../../support/http.ts';
import { noteSecret } from '../../support/secrets.ts';
import { addEnrolledMember, codeAt, readTrail, STAFF_PASSWORD, STAFF_TOTP } from '../../support/staff.ts';
import { startCabinet } from '../../support/start-cabinet.ts';

describeCabinet('a login of the staff', (test) => {
  const member = () => addEnrolledMember(test().store, { office: 'Омск' });
  const tryLogin = (body: object): Promise<Answer> =>
    ask(test().cabinet, '/v1/staff/sessions', { method: 'POST', body, key: null });
  const code = (steps = 0) => codeAt(STAFF_TOTP, test().cabinet.clock.now(), steps);
  const right = (login: string) => ({ login, password: STAFF_PASSWORD, code: code() });
  const wrong = (login: string) => ({ login, password: 'Wrong-Guess-1', code: code() });
  const codesOf = async (bodies: object[]) => {
    const codes = [];
    for (const body of bodies) codes.push((await tryLogin(body)).body.code ?? 'done');
    return codes;
  };

  it('opens a session of 15 minutes, 12 hours in all, that tells who it is (R2)', async () => {
    const { login } = await member();
    const { status, body } = await tryLogin({ ...right(` ${login.toUpperCase()} `) });
    noteSecret(body.token);
    expect(status).toBe(201);
    expect(body).toEqual({
      token: expect.stringMatching(/^lisa_stf_[\w-]{43}$/),
      login,
      name: 'Иванова Мария Петровна',
      role: 'issuer',
      office: 'Омск',
      created_at: '2026-03-05T14:00:00+05:00',
      idle_expires_at: '2026-03-05T14:15:00+05:00',
      expires_at: '2026-03-06T02:00:00+05:00',
      enrolment_required: false,
      as_of: '2026-03-05T14:00:00+05:00',
    });
    const { token, ...seen } = body;
    expect((await ask(test().cabinet, '/v1/staff/sessions/current', { token })).body).toEqual(seen);
  });

  it('takes a code once, also one that was never the newest (RFC 6238)', async () => {
    const { login } = await member();
    const typed = (steps: number) => ({ ...right(login), code: code(steps) });
    expect(await codesOf([typed(0), typed(0), typed(-1), typed(1), typed(1)])).toEqual([
      'done',
      'wrong_credentials',
      'wrong_credentials',
      'done',
      'wrong_credentials',
    ]);
  });

  it.each([
    [-2, 'wrong_credentials'],
    [-1, 'done'],
    [1, 'done'],
    [2, 'wrong_credentials'],
  ])('takes a code that is %i steps away: %s', async (steps, result) => {
    const { login } = await member();
    expect(await codesOf([{ ...right(login), code: code(steps) }])).toEqual([result]);
  });

  it('opens one session for six logins that come at once with one code', async () => {
    const { login, memberId } = await member();
    const answers = await Promise.all(Array.from({ length: 6 }, () => tryLogin(right(login))));
    const codes = answers.map(({ body }) => body.code ?? 'done');
    expect(codes.filter((each) => each === 'done')).toHaveLength(1);
    const sessions = await test().store.read((db) =>
      db.selectFrom('staff_sessions').select('token_hash').where('member_id', '=', memberId).execute(),
    );
    expect(sessions).toHaveLength(1);
  });

  describe('that is refused', () => {
    it('does not tell why, and costs as many hashes whatever is wrong (R1)', async () => {
      const { login } = await member();
      const { login: disabled } = await addEnrolledMember(test().store, { state: 'disabled' });
      const { login: invited } = await addEnrolledMember(test().store, { state: 'invited' });
      const attempts = {
        unknown: wrong('nobody'),
        password: wrong(login),
        code: { ...right(login), code: '000000' },
        noCode: { login, password: STAFF_PASSWORD },
        disabled: right(disabled),
        tooLate: right(invited),
      };
      const seen = [];
      for (const body of Object.values(attempts)) {
        const { value: answer, hashes } = await countHashes(() => tryLogin(body));
        seen.push({ status: answer.status, body: { ...answer.body, request_id: '' }, hashes });
      }
      expect(seen[0]).toMatchObject({ status: 401, body: { code: 'wrong_credentials' }, hashes: 2 });
      expect(seen).toEqual(Array(seen.length).fill(seen[0]));
    });

    it.each(['of a member', 'that nobody has'])(
      'five times locks the login %s for 15 minutes (R3)',
      async (whose) => {
        const login =
          whose === 'of a member' ? (await member()).login : `ghost${test().cabinet.clock.now().getTime()}`;
        expect(await codesOf(Array(5).fill(wrong(login)))).toEqual(Array(5).fill('wrong_credentials'));
        const locked = await tryLogin(right(login));
        expect(locked.body).toMatchObject({ code: 'login_locked', params: { retry_after_seconds: 900 } });
        test().cabinet.clock.advance(15 * MINUTE_MS);
        const after = whose === 'of a member' ? 'done' : 'wrong_credentials';
        expect(await codesOf([right(login)])).toEqual([after]);
      },
    );

    it.each(['of a member', 'that nobody has'])(
      'until the third lock leaves only a reset of the login %s',
      async (whose) => {
        const login =
          whose === 'of a member' ? (await member()).login : `spirit${test().cabinet.clock.now().getTime()}`;
        for (let lock = 0; lock < 3; lock++) {
          await codesOf(Array(5).fill(wrong(login)));
          test().cabinet.clock.advance(15 * MINUTE_MS);
        }
        const refused = await tryLogin(right(login));
        expect(refused.body.code).toBe('staff_reset_required');
        expect(refused.status).toBe(403);
      },
    );

    it('is in the trail, with the member when there is one, and never with what was typed (R16)', async () => {
      const { login } = await member();
      await codesOf([wrong(login), wrong('Typed-Password-1'), right(login)]);
      const rows = (await readTrail(test().store)).slice(-3);
      expect(rows).toMatchObject([
        {
          action: 'createStaffSession',
          member: login,
          subject: `member:${login}`,
          result: 'wrong_credentials',
        },
        { action: 'createStaffSession', member: null, subject: null, result: 'wrong_credentials' },
        { action: 'createStaffSession', member: login, role: 'issuer', office: 'Омск', result: 'done' },
      ]);
      expect(rows[0]?.source).toMatch(/^127\.0\.0\.1$/);
      expect(JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? '' : value))).not.toContain(
        'Typed',
      );
    });
  });

  it('clears the wrong ones before it', async () => {
    const { login } = await member();
    await codesOf([...Array(4).fill(wrong(login)), right(login)]);
    test().cabinet.clock.advance(30 * SECOND_MS);
    expect(await codesOf([...Array(4).fill(wrong(login)), right(login)])).toEqual([
      ...Array(4).fill('wrong_credentials'),
      'done',
    ]);
  });

  it('is counted among the few that one address has in a minute', async () => {
    const busy = await startCabinet(test().store, { settings: { loginsPerMinute: 1 } });
    const again = () =>
      ask(busy, '/v1/staff/sessions', { method: 'POST', body: wrong('nobody-else'), key: null });
    expect([(await again()).status, (await again()).status]).toEqual([401, 429]);
    await busy.stop();
  });

  it('leaves in the database neither the secret of the authenticator nor a token', async () => {
    const { login } = await member();
    const { body } = await tryLogin(right(login));
    noteSecret(body.token);
    const rows = await test().store.read(async (db) => [
      ...(await db.selectFrom('staff_members').selectAll().execute()),
      ...(await db.selectFrom('staff_sessions').selectAll().execute()),
    ]);
    const values = rows.flatMap((row): unknown[] => Object.values(row));
    const bytes = values.filter((value): value is Buffer => value instanceof Buffer);
    expect(bytes.length).toBeGreaterThan(1);
    for (const kept of bytes) {
      expect(kept.includes(Buffer.from(STAFF_TOTP))).toBe(false);
      expect(kept.toString()).not.toContain(body.token);
    }
  });
});
