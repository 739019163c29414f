import { receiveSms } from '../../src/cabinet/domain/sms/receive.ts';
import { defaultSettings, type Settings } from '../../src/cabinet/settings.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { seededRandom } from './random.ts';
import type { RunningCabinet } from './start-cabinet.ts';

const random = seededRandom('sms');
let sent = 0;

/** An SMS to 1070 from a phone; returns what the cabinet wrote to that number because of it. */
export function askForPassword(
  store: Store,
  cabinet: Pick<RunningCabinet, 'clock'>,
  from: string,
  settings: Partial<Settings> = {},
): Promise<string[]> {
  return sendSms(store, cabinet, { from, to: '1070', text: '' }, settings);
}

/** An SMS from a phone to a short number; returns what the cabinet wrote to that phone because of it. */
export async function sendSms(
  store: Store,
  { clock }: Pick<RunningCabinet, 'clock'>,
  sms: { from: string; to: string; text: string },
  settings: Partial<Settings> = {},
): Promise<string[]> {
  const before = await smsTo(store, sms.from);
  sent += 1;
  const all = { ...defaultSettings, ...settings };
  // A number of its own: the same words sent again are another message.
  await receiveSms(store, { ...sms, now: clock.now(), random, settings: all, reference: sent });
  return (await smsTo(store, sms.from)).slice(before.length);
}

/** The one-time password that an SMS to 1070 is answered with. */
export async function oneTimePasswordFor(
  store: Store,
  cabinet: Pick<RunningCabinet, 'clock'>,
  from: string,
): Promise<string> {
  const [text = ''] = await askForPassword(store, cabinet, from);
  return oneTimePasswordIn(text);
}

/** @throws Error when there is none */
export function oneTimePasswordIn(text: string): string {
  const [password] = /[a-z]{4}-[a-z]{4}-[a-z]{4}/.exec(text) ?? [];
  if (password === undefined) throw new Error(`no one-time password in «${text}»`);
  return password;
}

/** What the cabinet wrote to a number, in the order in which it did. */
export async function smsTo(store: Store, msisdn: string): Promise<string[]> {
  const rows = await store.read((db) =>
    db.selectFrom('sms_outbox').select('body').where('msisdn', '=', msisdn).orderBy('sequence').execute(),
  );
  return rows.map((row) => row.body);
}
