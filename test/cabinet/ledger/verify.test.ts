import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { post } from '../../../src/cabinet/domain/ledger/post.ts';
import type { LedgerFinding } from '../../../src/cabinet/domain/ledger/verify.ts';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { readBalances } from '../../../src/cabinet/storage/ledger/reader.ts';
import type { Writer } from '../../../src/cabinet/storage/schema.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { seededRandom } from '../../support/random.ts';
import { addSubscriber } from '../../support/subscribers.ts';
import { addMelodies } from '../../support/tones.ts';

const at = new Date('2026-03-05T09:00:00Z');
const random = seededRandom('verify');
const ann = 1n;

/** Money set aside, and the gift that it is set aside for. */
async function hold(tx: Writer) {
  await sql`insert into tone_gifts (account_id, gift_id, recipient_account_id, giver_msisdn, recipient_msisdn, melody_id,
      price, state, offered_at, expires_at)
    values (${ann}, gen_random_uuid(), ${ann}, '', '', 'yolka', 3000, 'pending', ${at}, ${at})`.execute(tx);
  const postings = [
    { book: 'wallet', amount: -3_000n },
    { book: 'hold', amount: 3_000n },
  ] as const;
  return post(tx, {
    accountId: ann,
    kind: 'gift_hold',
    details: { melody: 'yolka' },
    detail: null,
    postings,
    at,
    random,
  });
}

describeOnBothEngines('the ledger', (store) => {
  beforeAll(async () => {
    await addSubscriber(store(), { accountId: ann, wallet: 10_000n });
    await addMelodies(store());
  });

  /** What the self-check finds after tampering that is then rolled back. */
  function findingsAfter(tamper: (tx: Writer) => Promise<unknown>): Promise<LedgerFinding[]> {
    return store().transact(
      async (tx) => {
        await tamper(tx);
        return (await verifyLedger(tx)).findings;
      },
      { dryRun: true },
    );
  }

  it('changes balances with the transaction that moves the money', async () => {
    const { balances } = await store().transact(hold);
    expect(balances).toEqual({ wallet: 7_000n, hold: 3_000n });
    expect(await store().read((db) => readBalances(db, ann))).toEqual({ wallet: 7_000n, hold: 3_000n });
    expect(await store().read((db) => verifyLedger(db))).toEqual({
      accounts: 1n,
      transactions: 2n,
      postings: 4n,
      findings: [],
    });
  });

  it('keeps nothing of a transaction that is rolled back', async () => {
    const before = await store().read((db) => readBalances(db, ann));
    await store().transact(hold, { dryRun: true });
    expect(await store().read((db) => readBalances(db, ann))).toEqual(before);
  });

  it('writes nothing of a transaction that does not sum to zero', async () => {
    const crooked = [
      { book: 'wallet', amount: 5n },
      { book: 'opening', amount: -4n },
    ] as const;
    const transaction = {
      accountId: ann,
      kind: 'opening',
      details: {},
      detail: null,
      postings: crooked,
      at,
      random,
    } as const;
    await expect(store().transact((tx) => post(tx, transaction))).rejects.toThrow('sum to 1');
    expect((await store().read((db) => verifyLedger(db))).findings).toEqual([]);
  });

  it('finds a posting that was changed by a kopeck', async () => {
    const findings = await findingsAfter((tx) =>
      sql`update postings set amount = amount + 1 where book = 'opening'`.execute(tx),
    );
    expect(findings).toMatchObject([{ kind: 'unbalanced_transaction', accountId: ann, sum: 1n }]);
  });

  it('finds a transaction whose postings are gone', async () => {
    const findings = await findingsAfter((tx) =>
      sql`delete from postings p using ledger_transactions t
          where t.transaction_id = p.transaction_id and t.kind = 'gift_hold'`.execute(tx),
    );
    expect(findings.map((finding) => finding.kind)).toEqual([
      'unbalanced_transaction',
      'balance_differs',
      'balance_differs',
    ]);
  });

  it('finds a balance that was changed by hand', async () => {
    const findings = await findingsAfter((tx) =>
      sql`update balances set amount = amount + 1 where book = 'wallet'`.execute(tx),
    );
    expect(findings).toEqual([
      { kind: 'balance_differs', accountId: ann, book: 'wallet', balance: 7_001n, postings: 7_000n },
    ]);
  });

  it('finds a book without a balance, and the money that it should show', async () => {
    const findings = await findingsAfter((tx) => sql`delete from balances where book = 'hold'`.execute(tx));
    expect(findings).toEqual([
      { kind: 'balance_differs', accountId: ann, book: 'hold', balance: 0n, postings: 3_000n },
      { kind: 'book_missing', accountId: ann, book: 'hold' },
      { kind: 'book_unbacked', accountId: ann, book: 'hold', balance: 0n, owed: 3_000n },
    ]);
  });

  it('finds money that is set aside for no gift (R11)', async () => {
    const findings = await findingsAfter((tx) =>
      sql`update tone_gifts set state = 'expired', settled_at = expires_at`.execute(tx),
    );
    expect(findings).toEqual([
      { kind: 'book_unbacked', accountId: ann, book: 'hold', balance: 3_000n, owed: 0n },
    ]);
  });

  it('finds bonuses that the bonus account does not have (R13)', async () => {
    const findings = await findingsAfter((tx) =>
      sql`insert into bonus_lots (account_id, lot_id, initial, remaining, granted_at, expires_at)
        values (${ann}, gen_random_uuid(), 700, 500, ${at}, ${at})`.execute(tx),
    );
    expect(findings).toEqual([
      { kind: 'book_unbacked', accountId: ann, book: 'bonus', balance: 0n, owed: 500n },
    ]);
  });

  it('names no more findings of a kind than asked for', async () => {
    const found = await store().transact(
      async (tx) => {
        await sql`update postings set amount = amount + 1`.execute(tx);
        return (await verifyLedger(tx, 1)).findings;
      },
      { dryRun: true },
    );
    expect(found.map((finding) => finding.kind)).toEqual(['unbalanced_transaction', 'balance_differs']);
  });
});
