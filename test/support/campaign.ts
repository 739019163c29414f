import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { CARDS, payByCard, startAcquirerProcess } from './acquirer.ts';
import { ask } from './http.ts';
import { eventually } from './payments.ts';
import { openSession } from './sessions.ts';
import { startCabinet } from './start-cabinet.ts';
import { addSubscriber } from './subscribers.ts';

export interface Campaign {
  /** Every payment as it ended. */
  payments: { state: string; amount: bigint; transaction_id: string | null; account_id: bigint }[];
  /** Top-ups in the ledger: which payment each was for. */
  topUps: { payment: string; amount: bigint }[];
  /** In the wallets together. */
  wallets: bigint;
}

const SUBSCRIBERS = 20;
const AT_ONCE = 16;

/**
 * Many payments by card through two cabinets over one database, with an acquirer that loses a twentieth of its answers
 * and sends every callback ten times.
 */
export async function payManyTimes(store: Store, count: number): Promise<Campaign> {
  const acquirer = await startAcquirerProcess('--lose-answers', '0.05', '--callbacks', '10');
  const settings = { requestsPerMinute: 1_000_000, loginsPerMinute: 1_000_000 };
  const first = await startCabinet(store, { acquirer: acquirer.connect, settings });
  // The other node is told nothing by the acquirer, and settles what falls due.
  const second = await startCabinet(store, { acquirer: () => acquirer.connect(() => first.url), settings });
  try {
    const tokens: string[] = [];
    for (let index = 0; index < SUBSCRIBERS; index += 1)
      tokens.push(await openSession(store, (await addSubscriber(store)).accountId, first.clock.now()));
    const cards = [CARDS.mir, CARDS.visa, CARDS.mastercard, CARDS.captureUnanswered];
    let next = 0;
    const worker = async () => {
      for (let index = next++; index < count; index = next++) {
        const cabinet = index % 2 === 0 ? first : second;
        const url = await checkout(cabinet, tokens[index % SUBSCRIBERS] ?? '', index);
        await payByCard(url, cards[index % cards.length] ?? CARDS.mir);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await eventually(async () => {
      const open = await store.read((db) => db.selectFrom('card_payments_open').selectAll().execute());
      return open.length === 0 ? true : undefined;
    });
    return await readCampaign(store);
  } finally {
    await first.stop();
    await second.stop();
    await acquirer.remove();
  }
}

/** The page of a new payment; an answer that got lost is asked for again under the same key. */
async function checkout(cabinet: { url: string }, token: string, index: number): Promise<string> {
  const key = randomUUID();
  const body = { amount: { amount: `${100 + (index % 100)}.00`, currency: 'RUB' } };
  return eventually(async () => {
    const answer = await ask(cabinet, '/v1/payments', { method: 'POST', token, key, body });
    return answer.body.checkout_url ?? undefined;
  });
}

function readCampaign(store: Store): Promise<Campaign> {
  return store.read(async (db) => {
    const payments = await db
      .selectFrom('card_payments')
      .select(['state', 'amount', 'transaction_id', 'account_id'])
      .execute();
    const credited = await db
      .selectFrom('ledger_transactions as t')
      .innerJoin('postings as p', (join) =>
        join.onRef('p.account_id', '=', 't.account_id').onRef('p.transaction_id', '=', 't.transaction_id'),
      )
      .select(['t.details', 'p.amount'])
      .where('t.kind', '=', 'topup')
      .where('p.book', '=', 'wallet')
      .execute();
    const topUps = credited.map(({ details, amount }) => ({ payment: String(details['payment']), amount }));
    const balances = await db.selectFrom('balances').select('amount').where('book', '=', 'wallet').execute();
    return { payments, topUps, wallets: balances.reduce((sum, { amount }) => sum + amount, 0n) };
  });
}
