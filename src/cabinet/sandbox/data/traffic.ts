import { HOUR_MS, MINUTE_MS, plus, SECOND_MS } from '../../../shared/period.ts';
import type { Dice } from './dice.ts';
import type { Subscriber } from './subscribers.ts';

/** A call, a message or a session, before it is rated. */
export interface Traffic {
  at: Date;
  type: 'voice' | 'sms' | 'mms' | 'data';
  direction: 'in' | 'out' | null;
  counterpart: string | null;
  place: string;
  /** Seconds, messages or bytes. */
  volume: bigint;
}

const TYPES = ['voice', 'voice', 'voice', 'voice', 'sms', 'sms', 'data', 'data', 'data'] as const;
/** Hours in which people use their telephones, the busy ones more often. */
const HOURS = [7, 8, 8, 9, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 17, 18, 18, 19, 19, 20, 20, 21, 22, 23];
const SENDERS = ['0611', '900', 'Gosuslugi', 'Dostavka'];

/** The numbers that a line talks to: close ones come first. */
export function contactsOf(subscriber: Subscriber, everybody: readonly Subscriber[], chance: Dice): string[] {
  const near = Array.from({ length: 4 }, () => chance.pick(everybody).msisdn);
  const far = Array.from(
    { length: 9 },
    () => `9${chance.pick(['04', '50', '12', '22', '65'])}${digits(chance, 7)}`,
  );
  return [...near, ...far, `343${digits(chance, 7)}`].filter((number) => number !== subscriber.msisdn);
}

/** What a line does with its days: whom it talks to, and whether its owner is sparing with megabytes. */
export interface Habits {
  contacts: readonly string[];
  sparing: boolean;
}

/** What happens on one day that starts at `midnight`, unordered. */
export function trafficOfDay(
  subscriber: Subscriber,
  midnight: Date,
  habits: Habits,
  chance: Dice,
): Traffic[] {
  const usual = subscriber.actionsPerDay;
  const count = chance.int(Math.floor(usual * 0.8), Math.ceil(usual * 1.2));
  return Array.from({ length: count }, () => {
    const at = plus(
      midnight,
      chance.pick(HOURS) * HOUR_MS + chance.int(0, 59) * MINUTE_MS + chance.int(0, 59) * SECOND_MS,
    );
    // Most people stay at home: the first town of their own.
    const towns = subscriber.region.towns;
    const home = towns[subscriber.index % towns.length] ?? towns[0];
    const place = chance.chance(85) ? home : chance.pick(towns);
    return { at, place, ...action(habits, chance) };
  });
}

function action(
  { contacts, sparing }: Habits,
  chance: Dice,
): Pick<Traffic, 'type' | 'direction' | 'counterpart' | 'volume'> {
  const type = chance.chance(1) ? 'mms' : chance.pick(TYPES);
  if (type === 'data')
    return { type, direction: null, counterpart: null, volume: sessionBytes(chance, sparing) };
  const direction = chance.chance(52) ? 'in' : 'out';
  const known =
    contacts[Math.min(chance.int(0, contacts.length - 1), chance.int(0, contacts.length - 1))] ?? null;
  if (type === 'voice') return { type, direction, counterpart: known, volume: BigInt(callSeconds(chance)) };
  const counterpart = direction === 'in' && chance.chance(40) ? chance.pick(SENDERS) : known;
  return { type, direction, counterpart, volume: 1n };
}

/** Mostly under two minutes, now and then an hour. */
function callSeconds(chance: Dice): number {
  if (chance.chance(60)) return chance.int(3, 110);
  return chance.chance(93) ? chance.int(60, 540) : chance.int(600, 3_400);
}

/** From a message of 20 KB to a film of 900 MB. */
function sessionBytes(chance: Dice, sparing: boolean): bigint {
  if (sparing || chance.chance(35)) return BigInt(chance.int(20_000, 2_000_000));
  return BigInt(
    chance.chance(90) ? chance.int(2_000_000, 120_000_000) : chance.int(200_000_000, 900_000_000),
  );
}

function digits(chance: Dice, count: number): string {
  return Array.from({ length: count }, () => chance.int(0, 9)).join('');
}
