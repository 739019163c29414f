import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { appendAudit } from '../../../src/cabinet/domain/audit/append.ts';
import { listAudit } from '../../../src/cabinet/domain/audit/list.ts';
import { type AuditProblem, verifyAudit } from '../../../src/cabinet/domain/audit/verify.ts';
import type { AuditEntry } from '../../../src/cabinet/storage/audit/reader.ts';
import type { Writer } from '../../../src/cabinet/storage/schema.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { describeOnBothEngines } from '../../support/engines.ts';

const ROWS = 40;

function act(index: number): AuditEntry {
  return {
    at: new Date(Date.UTC(2026, 10, 22, 9, 0, index, index)),
    member: index % 5 === 0 ? null : `member${index % 3}`,
    role: index % 5 === 0 ? null : 'issuer',
    office: 'Екатеринбург, Ленина 8',
    action: index % 2 === 0 ? 'findSubscribers' : 'issueCredentials',
    subject: `account:${500_000_000 + (index % 4)}`,
    reason: index % 3 === 0 ? 'Абонент забыл пароль' : null,
    source: '10.0.0.7',
    result: index % 7 === 0 ? 'login_taken' : 'done',
    dry_run: index % 11 === 0,
    request_id: `request-${index}`,
  };
}

const append = (store: Store, entry: AuditEntry) => store.transact((tx) => appendAudit(tx, entry));
const verify = (store: Store) => store.read((db) => verifyAudit(db));
const kinds = (problems: readonly AuditProblem[]) => problems.map(({ kind }) => kind);

describeOnBothEngines('the audit trail (R16)', (store) => {
  beforeAll(async () => {
    for (let index = 1; index <= ROWS; index += 1) await append(store(), act(index));
  });

  it('is whole while nobody touches it', async () => {
    const report = await verify(store());
    expect(report).toMatchObject({ rows: ROWS, problems: [], head: { sequence: BigInt(ROWS) } });
  });

  it('refuses an update, a deletion and an emptying, whoever asks', async () => {
    for (const change of [
      "update staff_audit set result = 'done'",
      'delete from staff_audit',
      'truncate staff_audit',
    ]) {
      await expect(store().transact((tx) => sql.raw(change).execute(tx))).rejects.toThrow('append-only');
    }
  });

  it('goes on where it ended, however many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => append(store(), act(100 + index))));
    expect((await verify(store())).problems).toEqual([]);
  });

  it('is read newest first, by member, subject, action and time, in pages', async () => {
    const all = (query: object) => store().read((db) => listAudit(db, { limit: 1000, ...query }));
    const newest = await all({ limit: 3 });
    expect(newest.items.map(({ sequence }) => sequence)).toEqual([52n, 51n, 50n]);
    const behind = await all({ limit: 3, after: BigInt(newest.next ?? 0) });
    expect(behind.items[0]?.sequence).toBe(49n);
    expect(new Set((await all({ by: 'member1' })).items.map(({ member }) => member))).toEqual(
      new Set(['member1']),
    );
    expect((await all({ on: '500000002' })).items.every((row) => row.subject === 'account:500000002')).toBe(
      true,
    );
    expect((await all({ action: 'findSubscribers' })).items).not.toHaveLength(0);
    const from = act(10).at;
    const to = act(12).at;
    expect((await all({ from, to })).items.map(({ sequence }) => sequence)).toEqual([11n, 10n]);
  });

  it('compares with a row that was noted elsewhere', async () => {
    const { head } = await verify(store());
    if (!head) throw new Error('there are rows');
    const compare = (anchor: { sequence: bigint; hash: Buffer }) =>
      store().read(async (db) => kinds((await verifyAudit(db, { anchor })).problems));
    expect(await compare(head)).toEqual([]);
    expect(await compare({ ...head, hash: Buffer.alloc(32, 7) })).toEqual(['anchor_differs']);
    expect(await compare({ ...head, sequence: head.sequence + 1n })).toEqual(['anchor_differs']);
  });
});

/** Edits by somebody who can do anything at the database, but does not make the whole chain anew. */
const columns = {
  maybe: ['member', 'role', 'office', 'subject', 'reason', 'source', 'request_id'],
  always: ['action', 'result'],
};
const words = fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\0', ''));
const rewritten = fc.oneof(
  fc.record({ column: fc.constantFrom(...columns.maybe), value: fc.option(words) }),
  fc.record({ column: fc.constantFrom(...columns.always), value: words }),
);
const sequence = fc.integer({ min: 1, max: ROWS });
const edits = fc.oneof(
  fc.tuple(sequence, rewritten).map(([row, { column, value }]) => ({
    name: `${column} of ${row}`,
    sql: sql`update staff_audit set ${sql.ref(column)} = ${value}
      where sequence = ${row} and ${sql.ref(column)} is distinct from ${value}`,
  })),
  sequence.map((row) => ({
    name: `dry run of ${row}`,
    sql: sql`update staff_audit set dry_run = not dry_run where sequence = ${row}`,
  })),
  fc.record({ sequence, ms: fc.integer({ min: 1, max: 10 ** 9 }) }).map(({ sequence: row, ms }) => ({
    name: `moment of ${row}`,
    sql: sql`update staff_audit set at = at + ${ms} * interval '1 millisecond' where sequence = ${row}`,
  })),
  fc
    .record({ sequence, hash: fc.uint8Array({ minLength: 32, maxLength: 32 }) })
    .map(({ sequence: row, hash }) => ({
      name: `hash of ${row}`,
      sql: sql`update staff_audit set hash = ${Buffer.from(hash)} where sequence = ${row}`,
    })),
  sequence.map((row) => ({
    name: `without ${row}`,
    sql: sql`delete from staff_audit where sequence = ${row}`,
  })),
  sequence.map((row) => ({
    name: `without everything from ${row}`,
    sql: sql`delete from staff_audit where sequence >= ${row}`,
  })),
  sequence.map((row) => ({
    name: `without everything to ${row}`,
    sql: sql`delete from staff_audit where sequence <= ${row}`,
  })),
  fc
    .record({
      sequence,
      place: fc.oneof(fc.integer({ min: -5, max: 0 }), fc.integer({ min: ROWS + 1, max: ROWS + 5 })),
    })
    .map(({ sequence: row, place }) => ({
      name: `${row} again at ${place}`,
      sql: sql`insert into staff_audit select ${place}, at, member, role, office, action, subject, reason, source,
        result, dry_run, request_id, hash from staff_audit where sequence = ${row}`,
    })),
  fc
    .record({ sequence, hash: fc.uint8Array({ minLength: 32, maxLength: 32 }) })
    .map(({ sequence: row, hash }) => ({
      name: `end noted at ${row}`,
      sql: sql`update staff_audit_head set sequence = ${row}, hash = ${Buffer.from(hash)}`,
    })),
);

describeOnBothEngines('an edit of the audit trail', (store, engine) => {
  beforeAll(async () => {
    for (let index = 1; index <= ROWS; index += 1) await append(store(), act(index));
    await store().transact((tx) => sql`alter table staff_audit disable trigger all`.execute(tx));
  });

  /** Edits, looks and takes the edit back. */
  const lookAfter = (edit: (tx: Writer) => Promise<bigint>) =>
    store().transact(async (tx) => ({ touched: await edit(tx), report: await verifyAudit(tx) }), {
      dryRun: true,
    });

  const times = engine === 'postgresql' ? 1_000 : 100;
  it(`is found, ${times} times of ${times}`, async () => {
    let found = 0;
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(edits, async ({ name, sql: edit }) => {
        const { touched, report } = await lookAfter(
          async (tx) => (await edit.execute(tx)).numAffectedRows ?? 0n,
        );
        fc.pre(touched > 0n);
        expect(report.problems, name).not.toEqual([]);
        for (const kind of kinds(report.problems)) seen.add(kind);
        found += 1;
      }),
      { numRuns: times },
    );
    expect(found).toBe(times);
    expect(seen).toEqual(new Set(['missing', 'changed', 'unexpected', 'end_missing', 'end_differs']));
  });

  it('is found where it is: at the row itself when its hash stayed, at the next when it was made anew', async () => {
    const { report } = await lookAfter(async (tx) => {
      await sql`update staff_audit set reason = 'другая' where sequence = 7`.execute(tx);
      return 1n;
    });
    expect(report.problems).toEqual([{ sequence: 7n, kind: 'changed' }]);
  });
});
