import type { FastifyBaseLogger } from 'fastify';
import type { Clock, Random } from '../../shared/clock.ts';
import { parseMsisdn } from '../../shared/msisdn.ts';
import { receiveSms } from '../domain/sms/receive.ts';
import { receiveFragment } from '../domain/sms/receiveFragment.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Settings } from '../settings.ts';
import { describeFailure } from '../storage/failures.ts';
import type { Store } from '../storage/store.ts';
import { createDelivery, type SmsDelivery } from './delivery.ts';
import { decodeText } from './smpp/alphabets.ts';
import type { Piece } from './smpp/decode.ts';
import { createSmppGateway } from './smpp/gateway.ts';
import type { SmscAccount } from './smpp/smsc.ts';

interface ServiceOptions {
  smsc: SmscAccount;
  store: Store;
  clock: Clock;
  random: Random;
  settings: Settings;
  log: FastifyBaseLogger;
  metrics?: Metrics | undefined;
}

/**
 * Connects the cabinet to a short-message service, in both directions. Every node does so; what is in the outbox is sent
 * by one of them, and what comes in may come to any.
 */
export function openSmsService(options: ServiceOptions): SmsDelivery {
  const gateway = createSmppGateway({
    ...options,
    onReceipt: (receipt) => delivery.takeReceipt(receipt),
    onPiece: (piece) => takePiece(piece, options),
    onReady: () => {
      delivery
        .run()
        .catch((error: unknown) =>
          options.log.error({ failure: describeFailure(error) }, 'sms delivery failed'),
        );
    },
  });
  const delivery = createDelivery({ ...options, gateway });
  return delivery;
}

async function takePiece(
  piece: Piece,
  { store, clock, random, settings, log }: ServiceOptions,
): Promise<void> {
  const { to, coding, content, of, reference } = piece;
  const from = parseMsisdn(piece.from);
  if (from === null) {
    log.warn({ to }, 'sms from no number of ours');
    return;
  }
  const moment = { from, to, now: clock.now(), random, settings };
  if (of) return receiveFragment(store, { ...moment, coding, content, of, decode: decodeText });
  const text = decodeText(coding, content);
  await receiveSms(store, { ...moment, text, ...(reference !== null && { reference }) });
}
