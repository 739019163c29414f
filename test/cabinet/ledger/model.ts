import type { Refusal } from '../../../src/cabinet/domain/outcome.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';

/** What one step of a history does. Subscribers and gifts are named by their place in the history. */
export type Action =
  | { do: 'switch'; who: number; tariff: keyof typeof tariffs }
  | { do: 'gift'; who: number; to: number; melody: keyof typeof melodies }
  | { do: 'accept' | 'refuse'; who: number; gift: number; stranger: boolean }
  | { do: 'block'; who: number }
  | { do: 'unblock'; who: number; right: boolean }
  | { do: 'topup'; who: number; amount: bigint }
  | { do: 'wait'; milliseconds: number }
  /** Until the first pending offer expires, or a millisecond before. */
  | { do: 'wait for expiry'; before: 0 | 1 };

/** A step with everything decided. */
export type Step = Exclude<Action, { do: 'wait for expiry' }>;

/** Kopecks that a switch to the tariff takes at once. */
export const tariffs = { start: 300_00n, mega: 600_00n, free: 0n };
export const melodies = { kalinka: 1_500n, yolka: 3_000n, star: 6_000n, silence: 0n };

interface Person {
  wallet: bigint;
  hold: bigint;
  tariff: string;
  switchedAt: number | null;
  blockedUntil: number | null;
  failures: number;
}

interface Offer {
  from: number;
  to: number;
  melody: keyof typeof melodies;
  until: number;
  /** What nobody answered stays pending here: its money comes back with billing, which has histories of its own. */
  state: 'pending' | 'accepted' | 'refused';
}

type Expected = Refusal['kind'] | 'done';

/** The rules R7, R9 and R11 once more, in plain numbers: what the cabinet must answer and what the money must be. */
export class Model {
  readonly people: Person[];
  readonly offers: Offer[] = [];
  /** What subscribers spent for good. */
  revenue = 0n;
  now: number;

  constructor(wallets: readonly bigint[], now: number) {
    this.now = now;
    this.people = wallets.map((wallet) => ({
      wallet,
      hold: 0n,
      tariff: 'start',
      switchedAt: null,
      blockedUntil: null,
      failures: 0,
    }));
  }

  apply(action: Step): Expected {
    switch (action.do) {
      case 'wait':
        this.now += action.milliseconds;
        return 'done';
      case 'topup':
        this.person(action.who).wallet += action.amount;
        return 'done';
      case 'switch':
        return this.switch(this.person(action.who), action.tariff);
      case 'gift':
        return this.gift(action);
      case 'accept':
      case 'refuse':
        return this.answer(action);
      case 'block':
        return this.block(this.person(action.who));
      case 'unblock':
        return this.unblock(this.person(action.who), action.right);
    }
  }

  /** Decides what depends on the history so far: which gift is answered and by whom, and how long to wait for an expiry. */
  aim(action: Action): Step {
    if (action.do === 'wait for expiry') return { do: 'wait', milliseconds: this.untilExpiry(action.before) };
    if ((action.do !== 'accept' && action.do !== 'refuse') || this.offers.length === 0) return action;
    const gift = action.gift % this.offers.length;
    return { ...action, gift, who: action.stranger ? action.who : (this.offers[gift]?.to ?? action.who) };
  }

  private untilExpiry(before: number): number {
    const pending = this.offers.filter((offer) => offer.state === 'pending' && offer.until > this.now);
    return pending[0] ? pending[0].until - this.now - before : 0;
  }

  person(index: number): Person {
    const person = this.people[index];
    if (!person) throw new Error(`no person ${index}`);
    return person;
  }

  private state({ blockedUntil }: Person): 'active' | 'line_blocked' | 'line_disconnected' {
    if (blockedUntil === null) return 'active';
    return this.now < blockedUntil ? 'line_blocked' : 'line_disconnected';
  }

  private switch(person: Person, tariff: keyof typeof tariffs): Expected {
    const state = this.state(person);
    if (state !== 'active') return state;
    if (person.tariff === tariff) return 'tariff_already_active';
    const month = defaultSettings.tariffSwitchEveryMs;
    if (person.switchedAt !== null && this.now - person.switchedAt < month) return 'tariff_switch_too_soon';
    const total = tariffs[tariff];
    if (total > 0n && person.wallet < total) return 'insufficient_funds';
    person.wallet -= total;
    this.revenue += total;
    person.tariff = tariff;
    person.switchedAt = this.now;
    return 'done';
  }

  private gift({ who, to, melody }: { who: number; to: number; melody: keyof typeof melodies }): Expected {
    const giver = this.person(who);
    const state = this.state(giver);
    if (state !== 'active') return state;
    if (who === to) return 'gift_to_yourself';
    if (this.state(this.person(to)) === 'line_disconnected') return 'gift_recipient_not_found';
    const same = this.offers.some(
      (offer) =>
        offer.from === who &&
        offer.to === to &&
        offer.melody === melody &&
        offer.state === 'pending' &&
        this.now < offer.until,
    );
    if (same) return 'gift_already_offered';
    const price = melodies[melody];
    if (price > 0n && giver.wallet < price) return 'insufficient_funds';
    giver.wallet -= price;
    giver.hold += price;
    this.offers.push({
      from: who,
      to,
      melody,
      until: this.now + defaultSettings.giftOfferMs,
      state: 'pending',
    });
    return 'done';
  }

  private answer(action: { do: 'accept' | 'refuse'; who: number; gift: number }): Expected {
    const offer = this.offers[action.gift];
    if (offer?.to !== action.who) return 'gift_not_found';
    if (offer.state === 'accepted' || offer.state === 'refused') return 'gift_already_settled';
    const price = melodies[offer.melody];
    const giver = this.person(offer.from);
    if (this.now >= offer.until) return 'gift_expired';
    if (action.do === 'refuse') {
      this.release(giver, price);
      offer.state = 'refused';
      return 'done';
    }
    if (this.state(this.person(action.who)) === 'line_disconnected') return 'line_disconnected';
    giver.hold -= price;
    this.revenue += price;
    offer.state = 'accepted';
    return 'done';
  }

  private release(giver: Person, price: bigint): void {
    giver.hold -= price;
    giver.wallet += price;
  }

  private block(person: Person): Expected {
    const state = this.state(person);
    if (state === 'line_disconnected') return state;
    if (state === 'line_blocked') return 'sim_already_blocked';
    person.blockedUntil = this.now + defaultSettings.simBlockMs;
    person.failures = 0;
    return 'done';
  }

  private unblock(person: Person, right: boolean): Expected {
    const state = this.state(person);
    if (state === 'line_disconnected') return state;
    if (state === 'active') return 'sim_not_blocked';
    if (person.failures === defaultSettings.simUnblockTries) return 'codeword_exhausted';
    if (!right) {
      person.failures += 1;
      return 'codeword_wrong';
    }
    person.blockedUntil = null;
    person.failures = 0;
    return 'done';
  }
}
