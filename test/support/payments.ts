import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './caller.ts';

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
