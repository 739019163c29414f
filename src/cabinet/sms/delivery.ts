import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../../shared/clock.ts';
import { SECOND_MS } from '../../shared/period.ts';
import { noteReceipt, takeSms } from '../domain/sms/outbox.ts';
import type { SmsReceipt } from '../domain/sms/part.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import type { SmsGateway } from './port.ts';
import { createSender, type Sender } from './sender.ts';

export interface SmsDelivery {
  /** Sends everything that is due and that the gateway has room for; joins a run that is under way. */
  run(): Promise<void>;
  /** Takes a receipt; returns when it is committed. */
  takeReceipt(receipt: SmsReceipt): Promise<void>;
  /** Lets what has left be answered and closes the gateway; what waits for its turn goes back into the outbox. */
  stop(): Promise<void>;
}

export interface DeliveryOptions {
  store: Store;
  gateway: SmsGateway;
  clock: Clock;
  settings: Settings;
  log: FastifyBaseLogger;
  metrics?: Metrics | undefined;
}

const RECEIPT_TRIES = 3;
/** How long answers are waited for when the node stops. */
const STOP_MS = 5 * SECOND_MS;

/** Carries messages from the outbox to a gateway. Any number of nodes may do it on one database at once. */
export function createDelivery(options: DeliveryOptions): SmsDelivery {
  const { gateway } = options;
  const stopping = new AbortController();
  const sender = createSender(options, stopping.signal);
  let running: Promise<void> | undefined;
  let askedAgain = false;

  const deliver = async () => {
    while (!stopping.signal.aborted) {
      askedAgain = false;
      const limit = gateway.room();
      const parts = limit === 0 ? [] : await take(options, limit);
      for (const part of parts) sender.start(part);
      if (parts.length > 0 && gateway.room() > 0) continue;
      if (sender.count() > 0) await sender.one();
      else if (!askedAgain) return;
    }
  };

  return {
    run() {
      askedAgain = true;
      running ??= deliver().finally(() => {
        running = undefined;
      });
      return running;
    },
    takeReceipt(receipt) {
      options.metrics?.smsReceipt(receipt.state);
      return takeReceipt(options, sender, receipt);
    },
    async stop() {
      stopping.abort();
      await Promise.race([sender.all(), sleep(STOP_MS, undefined, { ref: false })]);
      await gateway.close();
      await running?.catch(() => {});
      await sender.all();
    },
  };
}

function take({ store, gateway, clock, settings }: DeliveryOptions, limit: number) {
  const countParts = (text: string) => gateway.countParts(text);
  const uncertain = gateway.caughtUp();
  return store.transact((tx) => takeSms(tx, { now: clock.now(), limit, countParts, uncertain, settings }));
}

async function takeReceipt(options: DeliveryOptions, sender: Sender, receipt: SmsReceipt): Promise<void> {
  const { store, clock, settings, log } = options;
  const moment = { now: clock.now(), settings };
  for (let attempt = 1; attempt <= RECEIPT_TRIES; attempt++) {
    if (await store.transact((tx) => noteReceipt(tx, receipt, moment))) return;
    // The answer with the name of the message may not have been written yet, here or on another node.
    const written = attempt === 1 ? [sender.all()] : [];
    await Promise.race([...written, sleep(SECOND_MS)]);
  }
  log.info({ provider_id: receipt.providerId, state: receipt.state }, 'receipt of no message');
}
