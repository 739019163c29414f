import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { appendAudit } from '../../../src/cabinet/domain/audit/append.ts';
import { forgettable } from '../../../src/cabinet/domain/housekeeping/rules.ts';
import { tidy } from '../../../src/cabinet/domain/housekeeping/tidy.ts';
import { noteSubmitted, takeSms } from '../../../src/cabinet/domain/sms/outbox.ts';
import type { Submitted } from '../../../src/cabinet/domain/sms/part.ts';
import { smsTexts } from '../../../src/cabinet/domain/sms/texts.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import type { Writer } from '../../../src/cabinet/storage/schema.ts';
import { insertStaffReply } from '../../../src/cabinet/storage/staff/replies.ts';
import { insertStaffSession } from '../../../src/cabinet/storage/staff/sessions.ts';
import { operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { DAY_MS, HOUR_MS, plus, SECOND_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { enqueue, readOutbox } from '../../support/sms-service.ts';
import { addMember } from '../../support/staff.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const now = new Date(START);
const kept = 30 * DAY_MS;
const settings = defaultSettings;

describeOnBothEngines('what the cabinet forgets every hour', (store, engine) => {
  let accountId: bigint;
  let other: bigint;

  /** All that waits for a number, one behind the other. */
  const deliver = async (addressee: bigint, msisdn: string) => {
    const request = { now, limit: 1_000, countParts: () => 1, uncertain: false, settings };
    for (let round = 0; round < 2; round++) {
      await store().transact(async (tx) => {
        for (const part of await takeSms(tx, request)) {
          const isTheirs = part.accountId === addressee && part.msisdn === msisdn;
          const answer: Submitted = isTheirs
            ? { kind: 'accepted', delivered: true, providerId: null }
            : { kind: 'unsent' };
          await noteSubmitted(tx, part, answer, { now, settings });
        }
      });
    }
  };
  beforeAll(async () => {
    ({ accountId } = await addSubscriber(store()));
    ({ accountId: other } = await addSubscriber(store()));
  });

  it('is sessions that have been over for 30 days', async () => {
    await store().transact(async (tx) => {
      await addSession(tx, accountId, { id: 1, expires: plus(now, -kept - SECOND_MS) });
      await addSession(tx, accountId, { id: 2, expires: plus(now, -kept) });
      await addSession(tx, accountId, { id: 3, expires: plus(now, HOUR_MS) });
    });
    expect(await tidy(store(), { now, settings })).toMatchObject({ sessions: 1 });
    const rows = await store().read((db) => db.selectFrom('sessions').select('token_hash').execute());
    expect(rows.map((row) => row.token_hash[0]).sort()).toEqual([2, 3]);
  });

  it('is sessions and replies of the staff as long ago, and never a row of their trail (R16)', async () => {
    const { memberId } = await addMember(store());
    const hash = (id: number) => Buffer.alloc(32, id);
    const session = { member_id: memberId, created_at: plus(now, -kept - DAY_MS) };
    const reply = { member_id: memberId, operation: 'issueCredentials', input_hash: hash(0), status: 201 };
    await store().transact(async (tx) => {
      for (const [id, expires_at] of [plus(now, -kept - SECOND_MS), plus(now, -kept)].entries())
        await insertStaffSession(tx, { ...session, token_hash: hash(id), expires_at });
      for (const [key, created_at] of Object.entries({ old: plus(now, -kept - 1), young: plus(now, -kept) }))
        await insertStaffReply(tx, { ...reply, key, created_at, reply: {} });
      const entry = { member: null, role: null, office: null, action: 'x', subject: null, reason: null };
      const rest = { source: null, result: 'done', dry_run: false, request_id: null };
      await appendAudit(tx, { ...entry, ...rest, at: plus(now, -10_000 * DAY_MS) });
    });
    const gone = await tidy(store(), { now, settings });
    expect(gone).toMatchObject({ staff_sessions: 1, staff_idempotency_keys: 1 });
    const left = await store().read(async (db) => ({
      sessions: await db.selectFrom('staff_sessions').select('token_hash').execute(),
      keys: await db.selectFrom('staff_idempotency_keys').select('key').execute(),
      trail: await db.selectFrom('staff_audit').select('action').execute(),
    }));
    expect(left).toEqual({
      sessions: [{ token_hash: hash(1) }],
      keys: [{ key: 'young' }],
      trail: [{ action: 'x' }],
    });
  });

  it('is one-time passwords whose session, too, would be over (R2, R4), and old requests for them', async () => {
    const issued = {
      password_hash: '',
      way: 'sms' as const,
      issued_at: plus(now, -3 * DAY_MS),
      used_at: null,
    };
    const over = plus(now, -settings.sessionLifetimeMs);
    await store().transact(async (tx) => {
      await tx
        .insertInto('one_time_passwords')
        .values([
          { ...issued, account_id: accountId, expires_at: plus(over, -1) },
          { ...issued, account_id: other, expires_at: over },
        ])
        .execute();
      await tx
        .insertInto('recoveries')
        .values([
          { account_id: accountId, day: '2026-01-01', answers: 1, answered_at: plus(now, -kept - 1) },
          { account_id: other, day: '2026-03-05', answers: 1, answered_at: now },
        ])
        .execute();
    });
    expect(await tidy(store(), { now, settings })).toMatchObject({ one_time_passwords: 1, recoveries: 1 });
    const left = await store().read(async (db) => [
      ...(await db.selectFrom('one_time_passwords').select('account_id').execute()),
      ...(await db.selectFrom('recoveries').select('account_id').execute()),
    ]);
    expect(left.map((row) => row.account_id)).toEqual([other, other]);
  });

  it('is logins in vain, but not those that only a recovery lets in, whether they exist or not (R1, R3)', async () => {
    const old = { failures: 1, locked_until: null, updated_at: plus(now, -kept - 1) };
    await store().transact((tx) =>
      tx
        .insertInto('login_attempts')
        .values([
          { ...old, subject: 'a:1', locks: 2 },
          { ...old, subject: 'l:x', locks: 2 },
          { ...old, subject: 'a:2', locks: 3 },
          { ...old, subject: 'l:y', locks: 3 },
          { ...old, subject: 'a:3', locks: 0, updated_at: plus(now, -kept) },
        ])
        .execute(),
    );
    expect(await tidy(store(), { now, settings })).toMatchObject({ login_attempts: 2 });
    const rows = await store().read((db) => db.selectFrom('login_attempts').select('subject').execute());
    expect(rows.map((row) => row.subject).sort()).toEqual(['a:2', 'a:3', 'l:y']);
  });

  it('is pieces of long messages of which the others did not come within a day', async () => {
    const piece = { recipient: '1071', reference: 7, total: 2, part: 1, coding: 8, joined_at: null };
    const content = Buffer.from('half');
    await store().transact((tx) =>
      tx
        .insertInto('sms_fragments')
        .values([
          { ...piece, content, msisdn: '9000000001', received_at: plus(now, -DAY_MS - 1) },
          { ...piece, content, msisdn: '9000000002', received_at: plus(now, -DAY_MS) },
        ])
        .execute(),
    );
    expect(await tidy(store(), { now, settings })).toMatchObject({ sms_fragments: 1 });
  });

  it('are the secrets of messages whose time is over, where nothing is sent (R4, R11)', async () => {
    const { accountId: addressee, msisdn } = await addSubscriber(store());
    const password = (until: Date) => smsTexts.oneTimePassword('abcd-efgh-ijkl', until);
    await enqueue(store(), addressee, [
      { msisdn, text: password(now), at: plus(now, -DAY_MS) },
      { msisdn, text: password(plus(now, 1)), at: plus(now, -DAY_MS) },
      { msisdn, text: 'No secret', at: plus(now, -DAY_MS) },
    ]);
    await tidy(store(), { now, settings });
    const { body, masked } = password(now);
    expect(await readOutbox(store(), addressee)).toMatchObject([
      { state: 'failed', failure: 'expired', body: masked, next_at: null },
      { state: 'queued', body },
      { state: 'queued', body: 'No secret' },
    ]);
  });

  it('is the log of messages, with their parts, but nothing that waits to be sent', async () => {
    const { accountId: addressee, msisdn } = await addSubscriber(store());
    const old = plus(now, -settings.smsKeptMs - 1);
    const other = '9000000009';
    await enqueue(store(), addressee, [
      { msisdn, text: 'old', at: old },
      { msisdn: other, text: 'waits', at: old },
      { msisdn, text: 'new', at: plus(old, 1) },
    ]);
    await deliver(addressee, msisdn);
    const received = { account_id: addressee, recipient: '1070', fingerprint: Buffer.alloc(32), masked: '' };
    await store().transact((tx) =>
      tx
        .insertInto('sms_received')
        .values([
          { ...received, msisdn, received_id: randomUUID(), received_at: old },
          { ...received, msisdn, received_id: randomUUID(), received_at: plus(old, 1) },
        ])
        .execute(),
    );
    expect(await tidy(store(), { now, settings })).toMatchObject({ sms_outbox: 1, sms_received: 1 });
    expect((await readOutbox(store(), addressee)).map(({ body }) => body)).toEqual(['waits', 'new']);
    const parts = await store().read((db) =>
      db.selectFrom('sms_parts').select('msisdn').where('account_id', '=', addressee).execute(),
    );
    expect(parts.map((part) => part.msisdn).sort()).toEqual([other, msisdn]);
  });

  it('is replies of mutations that move no money; keys that money hangs on are kept for ever', async () => {
    const reply = { account_id: accountId, input_hash: Buffer.alloc(32), status: 200, reply: '{}' };
    const old = plus(now, -kept - 1);
    await store().transact((tx) =>
      tx
        .insertInto('idempotency_keys')
        .values([
          { ...reply, key: 'old-block', operation: 'blockSim', created_at: old },
          { ...reply, key: 'new-block', operation: 'blockSim', created_at: plus(now, -kept) },
          { ...reply, key: 'old-gift', operation: 'createGift', created_at: old },
          { ...reply, key: 'old-switch', operation: 'switchTariff', created_at: old },
        ])
        .execute(),
    );
    expect(await tidy(store(), { now, settings })).toMatchObject({ idempotency_keys: 1 });
    const rows = await store().read((db) => db.selectFrom('idempotency_keys').select('key').execute());
    expect(rows.map((row) => row.key).sort()).toEqual(['new-block', 'old-gift', 'old-switch']);
  });

  it('goes in batches, and by several nodes at once, without an error', async () => {
    await store().transact(async (tx) => {
      for (let id = 0; id < 4_500; id += 500) {
        const subjects = Array.from({ length: 500 }, (_, index) => `l:many-${id + index}`);
        const old = { failures: 1, locks: 0, locked_until: null, updated_at: plus(now, -2 * kept) };
        await tx
          .insertInto('login_attempts')
          .values(subjects.map((subject) => ({ subject, ...old })))
          .execute();
      }
    });
    const nodes = await Promise.all([1, 2, 3].map(() => tidy(store(), { now, settings })));
    expect(nodes.reduce((sum, gone) => sum + gone.login_attempts, 0)).toBe(4_500);
  });

  it('ends at once when the node stops', async () => {
    await store().transact((tx) => addSession(tx, accountId, { id: 8, expires: plus(now, -2 * kept) }));
    expect(await tidy(store(), { now, settings, signal: AbortSignal.abort() })).toMatchObject({
      sessions: 0,
    });
    expect(await tidy(store(), { now, settings })).toMatchObject({ sessions: 1 });
  });

  it.runIf(engine === 'postgresql')(
    'leaves out a row that somebody holds, and waits for nobody',
    async () => {
      await store().transact((tx) => addSession(tx, accountId, { id: 9, expires: plus(now, -2 * kept) }));
      await store().transact(async (tx) => {
        await tx
          .selectFrom('sessions')
          .selectAll()
          .where('token_hash', '=', Buffer.alloc(32, 9))
          .forUpdate()
          .execute();
        expect(await tidy(store(), { now, settings })).toMatchObject({ sessions: 0 });
      });
      expect(await tidy(store(), { now, settings })).toMatchObject({ sessions: 1 });
    },
  );
});

it('every key that is forgotten belongs to a mutation of the contract', () => {
  const known: Readonly<Record<string, Operation>> = operations;
  expect(forgettable.filter((id) => known[id]?.mutation !== true)).toEqual([]);
});

async function addSession(
  tx: Writer,
  account_id: bigint,
  { id, expires }: { id: number; expires: Date },
): Promise<void> {
  const at = plus(expires, -12 * HOUR_MS);
  await tx
    .insertInto('sessions')
    .values({
      token_hash: Buffer.alloc(32, id),
      account_id,
      created_at: at,
      last_used_at: at,
      expires_at: expires,
      ended_at: null,
      end_reason: null,
      change_required: false,
    })
    .execute();
}
