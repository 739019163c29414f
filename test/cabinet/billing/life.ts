import { randomUUID } from 'node:crypto';
import { billAccount } from '../../../src/cabinet/domain/billing/billAccount.ts';
import { moneyCameIn } from '../../../src/cabinet/domain/billing/moneyCameIn.ts';
import { post } from '../../../src/cabinet/domain/ledger/post.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { toWire } from '../../../src/shared/money.ts';
import { DAY_MS, HOUR_MS } from '../../../src/shared/period.ts';
import { ask } from '../../support/http.ts';
import { mutating } from '../../support/mutating.ts';
import { seededRandom } from '../../support/random.ts';
import { openSession } from '../../support/sessions.ts';
import type { RunningCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber, CODEWORD, type Subscriber } from '../../support/subscribers.ts';

/** One step of a history; people are named by their place in it. */
export type Action =
  | { do: 'wait'; hours: number }
  | { do: 'top up'; who: number; amount: bigint }
  | { do: 'promise'; who: number; roubles: number }
  | { do: 'spend bonus'; who: number; amount: bigint }
  | { do: 'connect' | 'disconnect'; who: number; service: string }
  | { do: 'tone'; who: number; melody: string; renews: boolean }
  | { do: 'tones off'; who: number }
  | { do: 'gift'; who: number; melody: string }
  | { do: 'accept' | 'refuse'; who: number; gift: number }
  | { do: 'switch'; who: number; tariff: string }
  | { do: 'block' | 'unblock'; who: number };

export interface History {
  wallets: bigint[];
  actions: Action[];
}

/** How a cabinet bills: after every wait, and once more at the end. */
export interface Billing {
  afterWait(store: Store, until: Date): Promise<unknown>;
  atTheEnd(store: Store, until: Date): Promise<unknown>;
}

const UNKNOWN_GIFT = '01900000-0000-7000-8000-000000000000';
/** Longer than any history. */
export const LASTING_MS = 9_000 * DAY_MS;
const FIRST_ACCOUNT = 700_000_000n;
/** The 10th at 6 o'clock in Yekaterinburg. */
const FIRST_BONUS = new Date('2026-03-10T01:00:00Z');

/** Lives a history on a cabinet by its API, and answers how each step was answered. */
export class Life {
  private readonly store: Store;
  private readonly cabinet: RunningCabinet;
  private readonly billing: Billing;
  private readonly random = seededRandom('life');
  private readonly gifts: string[] = [];
  private people: (Subscriber & { token: string })[] = [];

  constructor(store: Store, cabinet: RunningCabinet, billing: Billing) {
    this.store = store;
    this.cabinet = cabinet;
    this.billing = billing;
  }

  async live({ wallets, actions }: History): Promise<string[]> {
    for (const [index, wallet] of wallets.entries()) {
      const accountId = FIRST_ACCOUNT + BigInt(index);
      const names = { accountId, msisdn: String(9_100_000_000 + index), networkLogin: `life${index}` };
      const subscriber = await addSubscriber(this.store, { ...names, wallet });
      await this.store.transact((tx) =>
        tx
          .updateTable('accounts')
          .set({ bonus_due_at: FIRST_BONUS })
          .where('account_id', '=', accountId)
          .execute(),
      );
      const token = await openSession(this.store, accountId, this.cabinet.clock.now(), LASTING_MS);
      this.people.push({ ...subscriber, token });
    }
    const answers: string[] = [];
    for (const action of actions) answers.push(await this.act(action));
    await this.billing.atTheEnd(this.store, this.cabinet.clock.now());
    return answers;
  }

  private async act(action: Action): Promise<string> {
    if (action.do === 'wait') {
      this.cabinet.clock.advance(action.hours * HOUR_MS);
      await this.billing.afterWait(this.store, this.cabinet.clock.now());
      return 'waited';
    }
    const person = this.people[action.who % this.people.length];
    if (!person) throw new Error('nobody lives');
    if (action.do === 'top up') return this.topUp(person.accountId, action.amount);
    // A gift that comes back changes the giver's wallet without waiting for the giver: only then the moment of billing matters.
    if (action.do === 'refuse') await this.billing.atTheEnd(this.store, this.cabinet.clock.now());
    const [method, path, body] = this.request(action);
    const key = randomUUID();
    const answer = await ask(this.cabinet, path, {
      method,
      token: person.token,
      key,
      body: body ?? undefined,
    });
    if (answer.body?.gift && action.do === 'gift') this.gifts.push(answer.body.gift.id);
    return answer.status < 300 ? 'done' : answer.body.code;
  }

  private request(action: Exclude<Action, { do: 'wait' | 'top up' }>): [string, string, unknown?] {
    switch (action.do) {
      case 'promise':
        return ['POST', '/v1/promised-payment', { amount: toWire(BigInt(action.roubles) * 100n) }];
      case 'spend bonus':
        return ['POST', '/v1/bonus/spendings', { amount: toWire(action.amount) }];
      case 'connect':
      case 'disconnect':
        return ['POST', `/v1/services/${action.service}/${action.do}`];
      case 'tone':
        return ['POST', '/v1/tones', { melody: action.melody, renews: action.renews }];
      case 'tones off':
        return ['POST', '/v1/tones/off'];
      case 'gift': {
        const to = this.people[(action.who + 1) % this.people.length]?.msisdn;
        return ['POST', '/v1/tone-gifts', { melody: action.melody, to }];
      }
      case 'accept':
      case 'refuse':
        return ['POST', `/v1/tone-gifts/${this.gifts[action.gift] ?? UNKNOWN_GIFT}/${action.do}`];
      case 'switch':
        return ['POST', '/v1/tariff-switches', { tariff: action.tariff }];
      case 'block':
        return ['POST', '/v1/sim/block', { reason: 'lost' }];
      case 'unblock':
        return ['POST', '/v1/sim/unblock', { codeword: CODEWORD }];
    }
  }

  private async topUp(accountId: bigint, amount: bigint): Promise<string> {
    const now = this.cabinet.clock.now();
    await mutating(this.store, accountId, async (tx) => {
      await billAccount(tx, { accountId, until: now, settings });
      const postings = [
        { book: 'wallet', amount },
        { book: 'cash.card', amount: -amount },
      ] as const;
      const detail = { type: 'payment', service: 'Карта' } as const;
      const random = this.random;
      await post(tx, { accountId, kind: 'topup', details: {}, detail, postings, at: now, random });
      await moneyCameIn(tx, { accountId, at: now, topUp: true, settings });
    });
    return 'done';
  }
}
