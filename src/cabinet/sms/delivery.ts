import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../../shared/clock.ts';
import { SECOND_MS } from '../../shared/period.ts';
import { noteReceipt, noteSubmitted, takeSms } from '../domain/sms/outbox.ts';
import type { SmsPart, SmsReceipt, Submitted } from '../domain/sms/part.ts';
import type { Job } from '../jobs.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import { maskMsisdn } from './mask.ts';
import type { SmsGateway } from './port.ts';

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
}

const RECEIPT_TRIES = 3;
/** How long answers are waited for when the node stops. */
const STOP_MS = 5 * SECOND_MS;

/** Carries messages from the outbox to a gateway. Any number of nodes may do it on one database at once. */
export function createDelivery(options: DeliveryOptions): SmsDelivery {
  const { store, gateway, clock, settings, log } = options;
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  let running: Promise<void> | undefined;
  let askedAgain = false;

  const send = async (part: SmsPart) => {
    // Whoever has waited for his turn for long goes back, before another node takes the message for abandoned.
    const giveUp = AbortSignal.any([stopping.signal, AbortSignal.timeout(longestWait(settings))]);
    const submitted = await gateway.submit(part, giveUp);
    if (submitted.kind === 'unknown' || submitted.kind === 'refused')
      log.warn({ message: part.messageId, to: maskMsisdn(part.msisdn), ...submitted }, 'sms not taken');
    await note(part, submitted);
  };

  /** What the service has answered must not be forgotten because the database is away. */
  const note = async (part: SmsPart, submitted: Submitted) => {
    for (;;) {
      try {
        return await store.transact((tx) =>
          noteSubmitted(tx, part, submitted, { now: clock.now(), settings }),
        );
      } catch (error) {
        log.error({ err: error, message: part.messageId, outcome: submitted.kind }, 'sms not noted');
        if (stopping.signal.aborted) return;
        await sleep(SECOND_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  };

  /** A part that is still under way here is not sent again, however late its answer is written. */
  const start = (part: SmsPart) => {
    const name = `${part.messageId}/${part.part}`;
    if (underWay.has(name)) return;
    underWay.set(
      name,
      send(part).finally(() => underWay.delete(name)),
    );
  };

  const deliver = async () => {
    while (!stopping.signal.aborted) {
      askedAgain = false;
      const limit = gateway.room();
      const parts = limit === 0 ? [] : await take(limit);
      for (const part of parts) start(part);
      if (parts.length > 0 && gateway.room() > 0) continue;
      if (underWay.size > 0) await Promise.race(underWay.values());
      else if (!askedAgain) return;
    }
  };

  const take = (limit: number) =>
    store.transact((tx) =>
      takeSms(tx, {
        now: clock.now(),
        limit,
        countParts: (text) => gateway.countParts(text),
        uncertain: gateway.caughtUp(),
        settings,
      }),
    );

  return {
    run() {
      askedAgain = true;
      running ??= deliver().finally(() => {
        running = undefined;
      });
      return running;
    },
    async takeReceipt(receipt) {
      const moment = { now: clock.now(), settings };
      for (let attempt = 1; attempt <= RECEIPT_TRIES; attempt++) {
        if (await store.transact((tx) => noteReceipt(tx, receipt, moment))) return;
        // The answer with the name of the message may not have been written yet, here or on another node.
        const written = attempt === 1 ? [Promise.all(underWay.values())] : [];
        await Promise.race([...written, sleep(SECOND_MS)]);
      }
      log.info({ provider_id: receipt.providerId, state: receipt.state }, 'receipt of no message');
    },
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all(underWay.values()), sleep(STOP_MS, undefined, { ref: false })]);
      await gateway.close();
      await running?.catch(() => {});
      await Promise.all(underWay.values());
    },
  };
}

/** So that the answer, too, is here while the message is still ours. */
function longestWait(settings: Settings): number {
  return Math.max(SECOND_MS, settings.smsUncertainMs - settings.smppAnswerMs) / 2;
}

/** Every second, whatever is due. */
export function smsJob(delivery: SmsDelivery): Job {
  return { name: 'sms', schedule: '* * * * * *', run: () => delivery.run() };
}
