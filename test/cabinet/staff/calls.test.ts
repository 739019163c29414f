import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { routes } from '../../../src/cabinet/routes/index.ts';
import { lockMember } from '../../../src/cabinet/storage/staff/members.ts';
import { endStaffSessions } from '../../../src/cabinet/storage/staff/sessions.ts';
import { operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { MINUTE_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { type Answer, ask } from '../../support/http.ts';
import { openSession } from '../../support/sessions.ts';
import {
  addEnrolledMember,
  addMember,
  newReplyKey,
  openSessionOf,
  openStaffSession,
  readTrail,
  type StaffCaller,
  staffCaller,
} from '../../support/staff.ts';

const all = Object.values<Operation>(operations);
const ofStaff = all.filter(({ auth }) => auth === 'staff');
const ofSubscribers = all.filter(({ auth }) => auth === 'session');
const address = ({ path }: Operation) => path.replaceAll(/\{\w+\}/g, 'nobody');

describeCabinet('a call of the staff', (test) => {
  const now = () => test().cabinet.clock.now();
  const call = (operation: Operation, token?: string): Promise<Answer> =>
    ask(test().cabinet, address(operation), {
      method: operation.method,
      ...(token !== undefined && { token }),
    });
  const lastRow = async () => (await readTrail(test().store)).at(-1);
  let auditor: StaffCaller;
  beforeAll(async () => {
    auditor = await staffCaller(test().store, test().cabinet, { role: 'auditor', login: 'strict' });
  });

  it('says who may make it, one operation as the other (R16)', () => {
    expect(ofStaff.filter(({ roles = [] }) => roles.length === 0)).toEqual([]);
    expect(all.filter(({ auth, roles }) => auth !== 'staff' && roles !== undefined)).toEqual([]);
    const kinds = Object.values(routes).filter(({ operation }) => (operation as Operation).auth === 'staff');
    expect(kinds.filter(({ kind }) => kind !== 'staff')).toEqual([]);
  });

  it.each(ofStaff.map((operation) => [operation.id, operation] as const))(
    '%s is for nobody without a token, and not for subscribers',
    async (_id, operation) => {
      expect((await call(operation)).body.code).toBe('token_missing');
      const { accountId } = await test().subscribe();
      const subscriber = await openSession(test().store, accountId, now());
      expect((await call(operation, subscriber)).body).toMatchObject({ code: 'staff_only', status: 403 });
      expect((await call(operation, 'lisa_ses_no-session-at-all')).body.code).toBe('token_unknown');
      expect((await call(operation, 'lisa_stf_no-session-at-all')).body.code).toBe('token_unknown');
    },
  );

  it('is none of what subscribers do', async () => {
    const { token } = await openStaffSession(test().store, { role: 'issuer' }, now());
    const codes = [];
    for (const operation of ofSubscribers) codes.push((await call(operation, token)).body.code);
    expect(codes).toEqual(ofSubscribers.map(() => 'subscriber_only'));
    const unknown = await ask(test().cabinet, '/v1/balance', { token: 'lisa_stf_no-session-at-all' });
    expect(unknown.body.code).toBe('token_unknown');
  });

  it('of another role is refused before the body is read, and recorded with what it was about', async () => {
    const answer = await auditor.post('/v1/staff/members/petrov/reset?dry_run=true', { nonsense: true });
    expect(answer.body).toMatchObject({
      code: 'role_forbidden',
      status: 403,
      params: { role: 'auditor', allowed: ['administrator'] },
    });
    expect(await lastRow()).toMatchObject({
      member: 'strict',
      role: 'auditor',
      action: 'resetMember',
      subject: 'member:petrov',
      result: 'role_forbidden',
      dry_run: true,
      request_id: answer.headers.get('x-request-id'),
    });
  });

  it('of another role is recorded whatever it was about, as the trail can keep it', async () => {
    const answer = await auditor.post('/v1/staff/members/%00%ed%a0%80/reset');
    expect(answer.body.code).not.toBe('internal');
    expect((await auditor.post('/v1/staff/members/a%00b/reset')).body.code).toBe('role_forbidden');
    expect(await lastRow()).toMatchObject({ subject: 'member:a\ufffdb', result: 'role_forbidden' });
    expect((await auditor.get('/v1/staff/audit/verification')).body.problems).toEqual([]);
  });

  it('keeps a session for 15 minutes more, which looking at the session does not (R2)', async () => {
    const { token } = await openStaffSession(test().store, { role: 'auditor' }, now());
    const look = () => ask(test().cabinet, '/v1/staff/sessions/current', { token });
    const list = () => ask(test().cabinet, '/v1/staff/members', { token });
    test().cabinet.clock.advance(14 * MINUTE_MS);
    expect((await list()).status).toBe(200);
    test().cabinet.clock.advance(14 * MINUTE_MS);
    expect((await look()).status).toBe(200);
    test().cabinet.clock.advance(MINUTE_MS);
    expect((await list()).body).toMatchObject({ code: 'session_idle', params: { idle_minutes: 15 } });
    const { token: worker } = await openStaffSession(test().store, { role: 'auditor' }, now());
    for (let quarter = 0; quarter < 52; quarter++) {
      test().cabinet.clock.advance(14 * MINUTE_MS);
      await ask(test().cabinet, '/v1/staff/members', { token: worker });
    }
    const late = await ask(test().cabinet, '/v1/staff/members', { token: worker });
    expect(late.body.code).toBe('session_expired');
  });

  it('is over with a logout, which is a success however often', async () => {
    const { token, login } = await openStaffSession(test().store, { role: 'auditor' }, now());
    const logOut = () =>
      ask(test().cabinet, '/v1/staff/sessions/current', { method: 'DELETE', token, key: null });
    expect([(await logOut()).status, (await logOut()).status]).toEqual([204, 204]);
    expect((await ask(test().cabinet, '/v1/staff/members', { token })).body.code).toBe('session_revoked');
    const logouts = (await readTrail(test().store)).filter(
      ({ member, action }) => member === login && action === 'deleteStaffSession',
    );
    expect(logouts).toHaveLength(1);
  });

  it('has its reason in the trail, from the body or the header', async () => {
    const reason = 'запрос прокуратуры № 7';
    await auditor.get('/v1/staff/members/strict', { reason });
    expect(await lastRow()).toMatchObject({ action: 'getMember', subject: 'member:strict', reason });
    await auditor.get('/v1/staff/members/strict');
    expect(await lastRow()).toMatchObject({ reason: null, source: '127.0.0.1', dry_run: false });
    const token = await auditor.token();
    for (const header of ['ab', '%', '%00%00%00', 'x'.repeat(201), '%ff%ff%ff']) {
      const headers = { 'lisa-reason': header };
      const answer = await ask(test().cabinet, '/v1/staff/members', { token, headers });
      expect(answer.body).toMatchObject({ code: 'bad_request', params: { field: 'lisa-reason' } });
    }
    const card = { 'lisa-reason': '4111%201111%201111%201111' };
    const refused = await ask(test().cabinet, '/v1/staff/members', { token, headers: card });
    expect(refused.body.code).toBe('card_number_refused');
  });

  it('leaves in the log where the trail ended, and nobody', async () => {
    await auditor.get('/v1/staff/members/strict', { reason: 'проверка журнала' });
    const row = await lastRow();
    const anchor = { audit: String(row?.sequence), hash: row?.hash.toString('hex') };
    const lines = test().cabinet.log().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining(anchor));
    expect(test().cabinet.log()).not.toContain('strict');
    expect(test().cabinet.log()).not.toContain('проверка');
  });

  it('is recorded once, done or refused, and looking at the session is not', async () => {
    const before = (await readTrail(test().store)).length;
    await auditor.get('/v1/staff/members');
    await auditor.get('/v1/staff/members/nobody');
    await auditor.get('/v1/staff/sessions/current');
    await auditor.get('/v1/staff/enrolment');
    expect((await readTrail(test().store)).slice(before)).toMatchObject([
      { action: 'listMembers', subject: null, result: 'done' },
      { action: 'getMember', subject: 'member:nobody', result: 'member_not_found' },
      { action: 'getEnrolment', subject: 'member:strict', result: 'already_enrolled' },
    ]);
  });

  it('sent 16 times at once under one key has one effect and one reply', async () => {
    const admin = await staffCaller(test().store, test().cabinet, { role: 'administrator' });
    const body = {
      login: 'only-once',
      name: 'Одна',
      role: 'support',
      office: 'Омск',
      region: null,
      own_lines: [],
      reply_key: newReplyKey(),
    };
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => admin.post('/v1/staff/members', body, { key: 'once-and-for-all' })),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const replayed = answers.filter(({ headers }) => headers.get('idempotent-replay') === 'true');
    expect(replayed).toHaveLength(15);
    test().cabinet.clock.advance(SECOND_MS);
  });

  it('that waits while its member is locked out does nothing (R16)', async () => {
    if (test().store.engine === 'pglite') return;
    const member = await addMember(test().store, { role: 'administrator' });
    const token = await openSessionOf(test().store, member.memberId, now());
    const victim = await addEnrolledMember(test().store);
    const { waiting } = await test().store.transact(async (tx) => {
      await lockMember(tx, victim.login);
      const waiting = ask(test().cabinet, `/v1/staff/members/${victim.login}/disable`, {
        method: 'POST',
        token,
        body: { reason: 'со зла' },
      });
      while (!(await somebodyWaits())) await new Promise((again) => setTimeout(again, 5));
      await endStaffSessions(tx, { memberId: member.memberId, reason: 'disabled', now: now() });
      return { waiting };
    });
    expect((await waiting).body).toMatchObject({ code: 'session_revoked', status: 401 });
    expect((await auditor.get(`/v1/staff/members/${victim.login}`)).body.state).toBe('active');
    expect((await readTrail(test().store)).at(-2)).toMatchObject({
      member: member.login,
      action: 'disableMember',
      result: 'session_revoked',
    });
  });

  /** Whether some transaction of this database waits for a row that another one holds. */
  async function somebodyWaits(): Promise<boolean> {
    const { rows } = await test().store.read((db) =>
      sql<{ waits: boolean }>`
        select exists (select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(db),
    );
    return rows[0]?.waits ?? false;
  }
});
