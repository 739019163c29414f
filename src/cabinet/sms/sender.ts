import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from '../../shared/period.ts';
import { noteSubmitted } from '../domain/sms/outbox.ts';
import type { SmsPart, Submitted } from '../domain/sms/part.ts';
import { maskDigits } from '../mask.ts';
import type { Settings } from '../settings.ts';
import { describeFailure } from '../storage/failures.ts';
import type { DeliveryOptions } from './delivery.ts';

/** The parts that this node has under way, from the gateway to what is written of them. */
export interface Sender {
  /** Sends a part, unless it is under way: then it is not sent again, however late its answer is written. */
  start(part: SmsPart): void;
  count(): number;
  /** Until one of them is written, or all that are under way now. */
  one(): Promise<void>;
  all(): Promise<void>;
}

export function createSender(options: DeliveryOptions, stopping: AbortSignal): Sender {
  const { store, gateway, clock, settings, log, metrics } = options;
  const underWay = new Map<string, Promise<void>>();

  const send = async (part: SmsPart) => {
    // Whoever has waited for his turn for long goes back, before another node takes the message for abandoned.
    const giveUp = AbortSignal.any([stopping, AbortSignal.timeout(longestWait(settings))]);
    const submitted = await gateway.submit(part, giveUp);
    metrics?.smsSubmitted(submitted.kind);
    if (submitted.kind === 'unknown' || submitted.kind === 'refused')
      log.warn({ message: part.messageId, to: maskDigits(part.msisdn), ...submitted }, 'sms not taken');
    await note(part, submitted);
  };

  /** What the service has answered must not be forgotten because the database is away. */
  const note = async (part: SmsPart, submitted: Submitted) => {
    for (;;) {
      try {
        const moment = { now: clock.now(), settings };
        return await store.transact((tx) => noteSubmitted(tx, part, submitted, moment));
      } catch (error) {
        log.error(
          { failure: describeFailure(error), message: part.messageId, outcome: submitted.kind },
          'sms not noted',
        );
        if (stopping.aborted) return;
        await sleep(SECOND_MS, undefined, { signal: stopping }).catch(() => {});
      }
    }
  };

  return {
    start(part) {
      const name = `${part.messageId}/${part.part}`;
      if (underWay.has(name)) return;
      underWay.set(
        name,
        send(part).finally(() => underWay.delete(name)),
      );
    },
    count: () => underWay.size,
    one: () => Promise.race(underWay.values()),
    async all() {
      await Promise.all(underWay.values());
    },
  };
}

/** So that the answer, too, is here while the message is still ours. */
function longestWait(settings: Settings): number {
  return Math.max(SECOND_MS, settings.smsUncertainMs - settings.smppAnswerMs) / 2;
}
