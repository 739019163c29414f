import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { type RunningAcquirer, startAcquirerProcess } from './acquirer.ts';
import type { Caller } from './caller.ts';
import { type RunningCabinet, startCabinet } from './start-cabinet.ts';

export interface CardPayments {
  acquirer: RunningAcquirer;
  cabinet: RunningCabinet;
}

/** A cabinet that takes cards, and its acquirer, for the tests of a block. */
export function useCardPayments(store: () => Store): () => CardPayments {
  let running: CardPayments | undefined;
  beforeAll(async () => {
    const acquirer = await startAcquirerProcess();
    running = { acquirer, cabinet: await startCabinet(store(), { acquirer: acquirer.connect }) };
  });
  afterAll(async () => {
    await running?.cabinet.stop();
    await running?.acquirer.remove();
  });
  return () => {
    if (!running) throw new Error('cards are taken only while tests run');
    return running;
  };
}

/** Asks until there is an answer. @throws Error after 20 seconds without one */
export async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(50);
  }
  throw new Error(`never: ${ask}`);
}

/** The payment and the balance once the payment has come to `state`. */
export function settledAs(state: string, call: Caller, id: string) {
  return eventually(async () => {
    const { body } = await call.get(`/v1/payments/${id}`);
    return body.payment.state === state ? body : undefined;
  });
}
