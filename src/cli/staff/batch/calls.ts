import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '../../../client/client.ts';
import { CabinetError } from '../../../client/errors.ts';
import type { InputOf, Operation, ReplyOf } from '../../../contract/operation.ts';
import { SECOND_MS } from '../../../shared/period.ts';
import { endOf } from '../../session-end.ts';

/**
 * Calls of a long piece of work, several at a time. Each has the command's whole time limit for itself; a cabinet that is
 * asked too often is given the time it asks for; when the session ends in the middle, one call asks for the password
 * while the others wait.
 */
export class Calls {
  readonly #client: Client;
  readonly #signal: AbortSignal;
  #renewal: Promise<void> | undefined;

  constructor(client: Client, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
  }

  /** @throws what the client throws, and CliError when the session has ended and there is nobody to ask */
  async call<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options: { idempotencyKey?: string } = {},
  ): Promise<ReplyOf<O>> {
    for (;;) {
      await this.#renewal;
      try {
        return await this.#client.call(operation, input, { ...options, waiting: true });
      } catch (error) {
        const seconds = secondsToWait(error);
        if (seconds !== undefined) await sleep(seconds * SECOND_MS, undefined, { signal: this.#signal });
        else if (endOf(error) !== undefined) return await this.#alone(operation, input, options);
        else throw error;
      }
    }
  }

  /** The same call, which may ask for the password. */
  async #alone<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options: { idempotencyKey?: string },
  ): Promise<ReplyOf<O>> {
    while (this.#renewal !== undefined) await this.#renewal;
    const call = this.#client.call(operation, input, options);
    const renewal = call.then(
      () => {},
      () => {},
    );
    this.#renewal = renewal;
    try {
      return await call;
    } finally {
      this.#renewal = undefined;
    }
  }
}

function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof CabinetError) || error.code !== 'rate_limited') return undefined;
  const { retry_after_seconds: seconds } = error.params;
  return typeof seconds === 'number' ? Math.max(1, seconds) : 1;
}
