import type { FastifyBaseLogger } from 'fastify';
import type { Pdu } from 'smpp';
import type { Clock, Random } from '../../../shared/clock.ts';
import type { SmsReceipt } from '../../domain/sms/part.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { Settings } from '../../settings.ts';
import { describeFailure } from '../../storage/failures.ts';
import type { SmsGateway } from '../port.ts';
import { isReceipt, type Piece, readPiece, readReceipt } from './decode.ts';
import { encodeText } from './encode.ts';
import { keepLink } from './link.ts';
import { createThrottle } from './pauses.ts';
import type { SmscAccount } from './smsc.ts';
import { readAnswer, submitFields, THROTTLED, TRY_LATER } from './submit.ts';

export interface SmppOptions {
  smsc: SmscAccount;
  clock: Clock;
  random: Random;
  settings: Settings;
  log: FastifyBaseLogger;
  metrics?: Metrics | undefined;
  /** Both return when what they took is committed. */
  onReceipt(receipt: SmsReceipt): Promise<void>;
  onPiece(piece: Piece): Promise<void>;
  /** There is room again. */
  onReady(): void;
}

/** The way to the phones through a short-message service. Every node of a cabinet has a connection of its own. */
export function createSmppGateway(options: SmppOptions): SmsGateway {
  const { clock, random, onReady, metrics } = options;
  const throttle = createThrottle(random, onReady);
  const link = keepLink({
    ...options,
    onDeliver: (pdu) => take(pdu, options),
    onBound() {
      metrics?.smscBound(true);
      onReady();
    },
    onLost: () => metrics?.smscBound(false),
  });
  metrics?.smscBound(false);
  return {
    room: () => (throttle.on() ? 0 : (link.current()?.window.room() ?? 0)),
    caughtUp: () => link.current()?.caughtUp ?? false,
    countParts: (text) => encodeText(text, 0).parts.length,
    async submit(part, giveUp) {
      const bound = link.current();
      if (!bound || throttle.on() || !(await bound.window.enter(giveUp))) return { kind: 'unsent' };
      try {
        if (throttle.on()) return { kind: 'unsent' };
        const answer = await bound.connection.submit(submitFields(part, clock.now()));
        if (typeof answer === 'string') return { kind: answer };
        if (answer.command_status === THROTTLED) throttle.begin();
        else throttle.end();
        return readAnswer(answer);
      } finally {
        bound.window.leave();
      }
    },
    close: () => link.close(),
  };
}

/** Takes a deliver_sm; a failure of ours makes the service keep it and send it again. */
async function take(pdu: Pdu, { onReceipt, onPiece, log }: SmppOptions): Promise<number> {
  try {
    const receipt = readReceipt(pdu);
    if (receipt) await onReceipt(receipt);
    else if (!isReceipt(pdu)) await onPiece(readPiece(pdu));
    return 0;
  } catch (error) {
    log.error({ failure: describeFailure(error) }, 'deliver_sm not taken');
    return TRY_LATER;
  }
}
