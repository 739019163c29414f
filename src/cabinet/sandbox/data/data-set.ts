import type { Random } from '../../../shared/clock.ts';
import { type CalendarDay, DAY_MS, localDate, plus, startOfDay } from '../../../shared/period.ts';
import { catalogue } from '../../catalogue/index.ts';
import { melodies } from '../../catalogue/melodies.ts';
import { offers } from '../../catalogue/offers.ts';
import { uuidv7 } from '../../domain/identifiers.ts';
import type { OutgoingSms } from '../../domain/sms/enqueue.ts';
import { shortNumbers } from '../../domain/sms/numbers.ts';
import { dayAndTime, smsTexts } from '../../domain/sms/texts.ts';
import { hashGiftCode, newGiftCodes } from '../../domain/tones/giftCodes.ts';
import { giftPostings } from '../../domain/tones/rules.ts';
import { movementNames } from '../../domain/usage/movements.ts';
import { defaultSettings } from '../../settings.ts';
import type { Database } from '../../storage/schema.ts';
import { dice } from './dice.ts';
import { live } from './history.ts';
import { accountOf, bucketsOf, lineOf, loginsOf, servicesOf, tonesOf } from './lines.ts';
import { news } from './news.ts';
import { regions } from './regions.ts';
import { enter, type LineState, record } from './state.ts';
import { subscribers } from './subscribers.ts';

/** Goes up whenever the same date would give other data. */
export const DATA_VERSION = 3;

/** The calendar in which the day of a data set is counted. */
const TIME_ZONE = regions[0].time_zone;

/** The melody that the demo subscriber is offered on the first day. */
const GIFT_MELODY = 'pop-warm-snow';

export interface DataSet {
  /** The lives of the lines: their detail, ledger, payments and bonuses. */
  lines: LineState[];
  /** The other tables, in an order in which they can be filled. */
  tables: { [Table in keyof Database]?: readonly object[] };
  /** What waits to be sent to the phones. */
  sms: OutgoingSms[];
}

/**
 * Everything that a new sandbox holds at `at`, except secrets. It depends on the day of `at` alone, but for the gift that
 * waits for the demo subscriber: that one is offered at `at` itself, so that its 24 hours begin with the sandbox (R11).
 */
export function buildDataSet(at: Date, onLine: (fraction: number) => void = () => {}): DataSet {
  const date = localDate(at, TIME_ZONE);
  const everybody = subscribers();
  const lines = everybody.map((subscriber, index) => {
    onLine(index / everybody.length);
    return live(subscriber, everybody, date);
  });
  const { tables, sms } = gifts(lines, at);
  return { lines, tables: { ...catalogues(date), ...lineTables(lines, date), ...tables }, sms: [sms] };
}

function catalogues(date: CalendarDay): DataSet['tables'] {
  const today = startOfDay(date, TIME_ZONE);
  return {
    ...catalogue,
    news: news.map(({ id, day, regionId, title, body }) => ({
      news_id: id,
      published_at: plus(today, day * DAY_MS),
      announced_at: day > 0 ? null : plus(today, day * DAY_MS),
      region_id: regionId,
      title_ru: title[0],
      title_en: title[1],
      body_ru: body[0],
      body_en: body[1],
    })),
  };
}

function lineTables(lines: readonly LineState[], date: CalendarDay): DataSet['tables'] {
  const days = lines.map((line) => ({ line, today: startOfDay(date, line.subscriber.region.time_zone) }));
  const tones = days.flatMap(({ line, today }) => tonesOf(line, today));
  const chance = dice('offers');
  return {
    accounts: days.map(({ line, today }) => accountOf(line, today)),
    lines: days.map(({ line, today }) => lineOf(line, today)),
    logins: lines.flatMap((line) => loginsOf(line)),
    buckets: lines.flatMap((line) => bucketsOf(line)),
    line_services: days.flatMap(({ line, today }) => servicesOf(line, today)),
    tone_services: tones.map(({ service }) => service),
    line_melodies: tones.map(({ melody }) => melody),
    tone_settings: tones.map(({ setting }) => setting),
    line_offers: days.flatMap(({ line, today }) =>
      offers
        .filter(() => line.subscriber.index === 0 || chance.chance(40))
        .map(({ offer_id }, index) => ({
          account_id: line.subscriber.accountId,
          offer_id,
          state: 'open',
          valid_from: plus(today, -(index + 1) * DAY_MS),
          valid_until: plus(today, (10 + index * 5) * DAY_MS),
          accepted_at: null,
        })),
    ),
    news_subscriptions: days
      .filter(({ line }) => line.subscriber.index % 3 === 0)
      .map(({ line, today }) => ({
        account_id: line.subscriber.accountId,
        subscribed_at: plus(today, -90 * DAY_MS),
      })),
  };
}

/** R11: the friend's gift, with its price set aside and its codes on their way to the demo subscriber. */
function gifts(lines: readonly LineState[], at: Date): { tables: DataSet['tables']; sms: OutgoingSms } {
  const [demo, friend] = lines;
  const melody = melodies.find(({ melody_id }) => melody_id === GIFT_MELODY);
  if (!demo || !friend || !melody) throw new RangeError('the gift of the first day lacks a side or a melody');
  const random: Random = dice('gift');
  const gift_id = uuidv7(at, random);
  const { price, melody_id } = melody;
  const codes = newGiftCodes(random, []);
  enter(friend, at, 'gift_hold', giftPostings('gift_hold', price), { gift: gift_id, melody: melody_id });
  const service = movementNames.giftHeld(melody.title_ru);
  record(friend, { started_at: at, type: 'service', cost: price, service });
  const gift = {
    account_id: friend.subscriber.accountId,
    gift_id,
    recipient_account_id: demo.subscriber.accountId,
    giver_msisdn: friend.subscriber.msisdn,
    recipient_msisdn: demo.subscriber.msisdn,
    melody_id,
    price,
    state: 'pending',
    offered_at: at,
    expires_at: plus(at, defaultSettings.giftOfferMs),
    settled_at: null,
    accept_code_hash: bytes(hashGiftCode(gift_id, codes.accept)),
    refuse_code_hash: bytes(hashGiftCode(gift_id, codes.refuse)),
  };
  const inbox = {
    account_id: demo.subscriber.accountId,
    gift_id,
    giver_account_id: friend.subscriber.accountId,
  };
  const text = smsTexts.giftOffered({
    giver: friend.subscriber.msisdn,
    title: melody.title_ru,
    codes,
    until: dayAndTime(gift.expires_at, demo.subscriber.region.time_zone),
    dailyFee: demo.subscriber.melodyId ? null : defaultSettings.toneDailyFee,
    validUntil: gift.expires_at,
  });
  const { accountId, msisdn } = demo.subscriber;
  return {
    tables: { tone_gifts: [gift], tone_gift_inbox: [inbox] },
    sms: { accountId, msisdn, sender: shortNumbers.gifts, text, at, random },
  };
}

/** As JSON carries a `bytea`. */
function bytes(buffer: Buffer): string {
  return `\\x${buffer.toString('hex')}`;
}
