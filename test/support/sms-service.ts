import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { enqueueSms } from '../../src/cabinet/domain/sms/enqueue.ts';
import { plainText, type SmsText } from '../../src/cabinet/domain/sms/texts.ts';
import { defaultSettings, type Settings } from '../../src/cabinet/settings.ts';
import { openSmsService } from '../../src/cabinet/sms/service.ts';
import type { SmsState } from '../../src/cabinet/storage/schema-messages.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { seededRandom } from './random.ts';
import { SMSC_PASSWORD, type Smsc, SYSTEM_ID } from './smsc.ts';

/** So that what is uncertain is known before the test is old. */
export const QUICK: Partial<Settings> = { smsUncertainMs: 3_000, smppAnswerMs: 1_000, smppEnquireMs: 500 };

/** So that a receipt has come even on a busy machine before its message is sent again. */
export const PATIENT: Partial<Settings> = {
  smsUncertainMs: 12_000,
  smppAnswerMs: 5_000,
  smppEnquireMs: 2_000,
};

const clock: Clock = { now: () => new Date() };
const random = seededRandom('sms service');

export interface RunningService {
  log(): string;
  stop(): Promise<void>;
}

/** A node's connection to `smsc`, looking into the outbox all the time, until the test ends. */
export function runService(
  store: Store,
  smsc: Smsc,
  settings: Partial<Settings> = {},
  password = SMSC_PASSWORD,
): RunningService {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const account = {
    host: '127.0.0.1',
    port: smsc.port,
    tls: false,
    systemId: SYSTEM_ID,
    password,
  };
  const all = { ...defaultSettings, ...QUICK, ...settings };
  const delivery = openSmsService({ smsc: account, store, clock, random, settings: all, log });
  const looking = setInterval(() => void delivery.run(), 50);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    clearInterval(looking);
    stopped ??= delivery.stop();
    return stopped;
  };
  onTestFinished(stop);
  return { log: () => lines.join(''), stop };
}

/** Puts messages into the outbox, in one transaction. */
export function enqueue(
  store: Store,
  accountId: bigint,
  messages: readonly { msisdn: string; text: string | SmsText; at?: Date }[],
): Promise<void> {
  return store.transact(async (tx) => {
    for (const { msisdn, text, at = clock.now() } of messages) {
      const sms = typeof text === 'string' ? plainText(text) : text;
      await enqueueSms(tx, { accountId, msisdn, sender: '1070', text: sms, at, random });
    }
  });
}

export function readOutbox(store: Store, accountId: bigint) {
  return store.read((db) =>
    db
      .selectFrom('sms_outbox')
      .select(['msisdn', 'state', 'body', 'masked', 'failure', 'attempts', 'next_at'])
      .where('account_id', '=', accountId)
      .orderBy('sequence')
      .execute(),
  );
}

/** Waits until every message of the account is in one of these states. */
export async function untilAll(store: Store, accountId: bigint, ...states: SmsState[]): Promise<void> {
  for (;;) {
    const rows = await readOutbox(store, accountId);
    if (rows.every(({ state }) => states.includes(state))) return;
    await sleep(50);
  }
}
