import { dice } from './dice.ts';
import { regions, type SandboxRegion } from './regions.ts';

/** A subscriber before anything has happened: who, where, on which tariff, and how the line is used. */
export interface Subscriber {
  index: number;
  accountId: bigint;
  msisdn: string;
  networkLogin: string;
  holder: string;
  holderKind: 'person' | 'company';
  region: SandboxRegion;
  /** Days as a subscriber. */
  tenureDays: number;
  tariffId: string;
  /** Days until the next tariff fee, 1–29. */
  feeInDays: number;
  /** Calls, messages and sessions of an average day. */
  actionsPerDay: number;
  /** Services besides the standard ones. */
  services: string[];
  /** The melody of the ring-back tone, when the service is on. */
  melodyId?: string;
  /** Roubles below which the line is topped up, and by how much. */
  keepRoubles: number;
  topUpRoubles: number;
  /** The tariff before the switch at the last fee (R7). */
  switchedFrom?: string;
  /** Blocked so many days ago (R9). */
  blockedDaysAgo?: number;
  /** On the last day the wallet is emptied to this many kopecks; then a session of so many megabytes is paid for. */
  finale?: { leave: bigint; megabytes?: bigint };
}

export const SUBSCRIBERS = 50;

const men = [
  'Александр',
  'Дмитрий',
  'Сергей',
  'Андрей',
  'Михаил',
  'Ильдар',
  'Николай',
  'Павел',
  'Роман',
  'Тимур',
];
const women = ['Анна', 'Мария', 'Елена', 'Ольга', 'Наталья', 'Гульнара', 'Татьяна', 'Ирина', 'Юлия', 'Дарья'];
const fathers = ['Александров', 'Сергеев', 'Николаев', 'Иванов', 'Петров', 'Викторов', 'Михайлов', 'Андреев'];
const families = [
  'Кузнецов',
  'Попов',
  'Соколов',
  'Лебедев',
  'Новиков',
  'Морозов',
  'Волков',
  'Зайцев',
  'Павлов',
  'Семёнов',
  'Голубев',
  'Виноградов',
  'Богданов',
  'Воробьёв',
  'Фёдоров',
  'Беляев',
  'Тарасов',
  'Белов',
  'Орлов',
  'Макаров',
];
const tariffIds = [
  'minute',
  'start',
  'neighbour',
  'comfort',
  'stream',
  'talk',
  'family',
  'maximum',
  'senior',
  'ural',
];
const extraServices = ['voicemail', 'who-called', 'antispam', 'weather', 'social', 'night-internet', 'child'];
const tones = [
  'folk-kalinka',
  'classics-spring',
  'pop-neon',
  'nature-campfire',
  'romance-dark-eyes',
  'pop-red-fox',
];

/** The subscriber of the documentation and of `lisa demo`: 900 123-45-67. */
const demo: Partial<Subscriber> = {
  accountId: 500_123_456n,
  msisdn: '9001234567',
  networkLogin: 'demo',
  holder: 'Анна Сергеевна Ковалёва',
  region: regions[0],
  tenureDays: 1_130,
  tariffId: 'comfort',
  feeInDays: 12,
  actionsPerDay: 14,
  services: ['who-called', 'antispam', 'detailed-bill'],
  melodyId: 'classics-moonlight-sonata',
  keepRoubles: 2_500,
  topUpRoubles: 1_000,
};

/** The subscriber who gave the demo subscriber a melody. */
const friend: Partial<Subscriber> = {
  accountId: 500_123_464n,
  msisdn: '9001234568',
  networkLogin: 'friend',
  holder: 'Дмитрий Павлович Орлов',
  region: regions[0],
  tariffId: 'stream',
  services: ['antispam'],
  melodyId: 'pop-red-fox',
  keepRoubles: 900,
};

/** Lines in every state that a person may meet, by index. */
const cases: Record<number, Partial<Subscriber>> = {
  0: demo,
  1: friend,
  2: { tariffId: 'start', networkLogin: 'low', services: [], finale: { leave: 1_840n } },
  3: { tariffId: 'minute', networkLogin: 'debt', services: [], finale: { leave: 1_260n, megabytes: 17n } },
  4: { tariffId: 'comfort', networkLogin: 'blocked', feeInDays: 20, blockedDaysAgo: 5 },
  5: {
    tariffId: 'stream',
    networkLogin: 'switched',
    feeInDays: 24,
    switchedFrom: 'start',
    keepRoubles: 1_400,
  },
  6: {
    tariffId: 'office',
    networkLogin: 'bridges-01',
    holder: 'ООО «Уральские мосты»',
    holderKind: 'company',
    keepRoubles: 1_500,
    topUpRoubles: 3_000,
  },
  7: { tariffId: 'talk', networkLogin: 'lost', feeInDays: 9, blockedDaysAgo: 42 },
};

/** The fifty of them, the same in every sandbox. */
export function subscribers(): Subscriber[] {
  return Array.from({ length: SUBSCRIBERS }, (_, index) => ({ ...ordinary(index), ...cases[index] }));
}

function ordinary(index: number): Subscriber {
  const chance = dice(`subscriber ${index}`);
  const woman = chance.chance(50);
  const family = chance.pick(families);
  const father = chance.pick(fathers);
  const first = chance.pick(woman ? women : men);
  const subscriber: Subscriber = {
    index,
    accountId: 500_200_000n + BigInt(index) * 137n,
    msisdn: `90021${String(10_000 + index * 731).padStart(5, '0')}`,
    networkLogin: `line${String(index).padStart(3, '0')}`,
    holder: woman ? `${first} ${father}на ${family}а` : `${first} ${father}ич ${family}`,
    holderKind: 'person',
    region: chance.pick(regions),
    tenureDays: chance.int(220, 4_000),
    tariffId: chance.pick(tariffIds),
    feeInDays: chance.int(1, 29),
    actionsPerDay: chance.int(1, 5),
    services: extraServices.filter(() => chance.chance(15)),
    keepRoubles: chance.int(300, 1_300),
    topUpRoubles: chance.pick([200, 300, 500, 1_000]),
  };
  if (chance.chance(30)) subscriber.melodyId = chance.pick(tones);
  return subscriber;
}
