import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '../../../client/client.ts';
import { CabinetError, TransportError } from '../../../client/errors.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { type createPayment, getPayment } from '../../../contract/operations/payments.ts';
import type { Context } from '../../context.ts';
import { CliError, Interrupted } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { endOf } from '../../session-end.ts';

type Asked = ReplyOf<typeof getPayment>;

/** The acquirer cancels what is not paid within 30 minutes, and the cabinet hears of it soon after. */
const LONGEST_MS = 32 * 60_000;
/** How long an outcome may stay unknown before somebody who waits is told so. */
const UNKNOWN_MS = 60_000;
/** Tries in a row without an answer. */
const MOST_FAILURES = 5;
const LOOK_LATER = { hint: 'pay.look-later' } as const;

/**
 * Waits until a payment is captured; nothing that happens here changes it.
 * @throws CliError `payment_declined`, `payment_cancelled`, `payment_unknown`, `payment_pending`; Interrupted
 */
export async function awaitPayment(
  context: Context,
  { payment, balance }: Pick<ReplyOf<typeof createPayment>, 'payment' | 'balance'>,
): Promise<Asked> {
  const client = await context.client();
  const progress = context.progress('pay.waiting');
  let asked: Asked = { payment, balance };
  let unknownMs = 0;
  try {
    for (let waitedMs = 0; waitedMs < LONGEST_MS; ) {
      if (isOver(context, asked)) return asked;
      const pause = pauseAfter(waitedMs);
      await sleep(pause, undefined, { signal: context.signal });
      waitedMs += pause;
      asked = await askAgain(context, client, payment.id);
      unknownMs = asked.payment.state === 'unknown' ? unknownMs + pause : 0;
      if (unknownMs > UNKNOWN_MS) break;
    }
  } catch (error) {
    if (context.signal.aborted) throw new Interrupted('pay.interrupted', LOOK_LATER);
    throw error;
  } finally {
    progress.stop();
  }
  const unknown = asked.payment.state === 'unknown';
  throw unknown
    ? new CliError(exitCodes.failed, 'payment_unknown', 'pay.unknown', LOOK_LATER)
    : new CliError(exitCodes.failed, 'payment_pending', 'pay.not-yet', LOOK_LATER);
}

/** Every second at first, while the card is being typed. */
function pauseAfter(waitedMs: number): number {
  if (waitedMs < 60_000) return 1_000;
  return waitedMs < 5 * 60_000 ? 2_000 : 5_000;
}

/** @throws CliError for a payment that has ended without money */
function isOver({ t }: Context, { payment }: Asked): boolean {
  switch (payment.state) {
    case 'captured':
      return true;
    case 'declined': {
      const reason = t(`payment.reason-${payment.decline_reason ?? 'declined'}`);
      throw new CliError(exitCodes.refused, 'payment_declined', 'pay.declined', {
        params: { reason },
        hint: 'pay.declined-hint',
      });
    }
    case 'cancelled':
      throw new CliError(exitCodes.refused, 'payment_cancelled', 'pay.cancelled', {
        hint: 'pay.cancelled-hint',
      });
    default:
      return false;
  }
}

/** A cabinet that does not answer once or twice does not end the waiting. */
async function askAgain(context: Context, client: Client, payment: string): Promise<Asked> {
  const { signal } = context;
  for (let tries = 1; ; tries += 1) {
    try {
      return await client.call(getPayment, { params: { payment } }, { signal, waiting: true });
    } catch (error) {
      if (signal.aborted) throw error;
      if (endsSession(error))
        throw new CliError(exitCodes.login, 'session_over', 'pay.session-over', LOOK_LATER);
      if (!isPassing(error)) throw error;
      if (tries === MOST_FAILURES)
        throw new CliError(exitCodes.failed, 'payment_pending', 'pay.lost-sight', {
          ...LOOK_LATER,
          cause: error,
        });
      await sleep(tries * 1_000, undefined, { signal });
    }
  }
}

function endsSession(error: unknown): boolean {
  return endOf(error) !== undefined || (error instanceof CliError && error.exit === exitCodes.login);
}

function isPassing(error: unknown): boolean {
  return error instanceof TransportError || (error instanceof CabinetError && error.status >= 429);
}
