import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Clock } from '../../shared/clock.ts';
import { formatAmount, fromWire } from '../../shared/money.ts';
import { isLoopback, parseOrigin } from '../../shared/origin.ts';
import { SECOND_MS } from '../../shared/period.ts';
import { type Acquirer, AcquirerError, type NewOrder, type Order } from './port.ts';
import { isSigned } from './signature.ts';

export interface AcquirerSettings {
  /** The origin of the acquirer's merchant API, which may move. */
  url(): string;
  /** The merchant key: it opens the API, and callbacks are signed with it. */
  key: string;
  /** The address of this cabinet, as the acquirer reaches it; asked for once it serves. */
  publicUrl(): string;
  clock: Clock;
}

const ANSWER_WITHIN_MS = 10 * SECOND_MS;
const LONGEST_ANSWER_BYTES = 64 * 1024;

/**
 * The acquirer over its merchant API.
 * @throws RangeError for a key that is none
 */
export function connectAcquirer({ url, key, publicUrl, clock }: AcquirerSettings): Acquirer {
  if (!/^[\x21-\x7e]{16,200}$/.test(key)) throw new RangeError('the key is not 16–200 printable characters');
  const callbackUrl = () => `${safeOrigin(publicUrl())}/v1/acquirer/callbacks`;
  const ask = (path: string, body?: object) => exchange(`${safeOrigin(url())}/v1/orders${path}`, key, body);
  return {
    clock,
    create: async (order) => expectOrder(await ask('', orderToWire(order, callbackUrl())), order.id),
    async find(id) {
      const answer = await ask(`/${id}`);
      return answer.status === 404 ? null : expectOrder(answer, id);
    },
    capture: async (id) => expectOrder(await ask(`/${id}/capture`, {}), id),
    isGenuine: (body, header) => isSigned(key, { body, header, now: clock.now() }),
  };
}

/** @throws RangeError for an address that is neither https nor plain http on this machine */
export function safeOrigin(url: string): string {
  const origin = parseOrigin(url);
  if (origin === null) throw new RangeError(`${url} is not the address of a server`);
  if (!origin.startsWith('https:') && !isLoopback(origin)) throw new RangeError(`${url} is not https`);
  return origin;
}

function orderToWire({ id, amount, language }: NewOrder, callbackUrl: string) {
  return { order: id, amount: formatAmount(amount), currency: 'RUB', language, callback_url: callbackUrl };
}

interface Answer {
  status: number;
  body: unknown;
}

/** One request. Redirects are not followed: the key goes to the acquirer and nowhere else. */
async function exchange(url: string, key: string, body?: object): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${key}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await readBounded(response);
    return { status: response.status, body: response.ok ? JSON.parse(text) : undefined };
  } catch (error) {
    if (error instanceof AcquirerError) throw error;
    throw new AcquirerError(reasonOf(error), { cause: error });
  }
}

async function readBounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > LONGEST_ANSWER_BYTES) throw new AcquirerError('the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** A code or a kind of error; never bytes of the answer. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof SyntaxError) return 'the answer is not JSON';
  if (!(cause instanceof Error)) return 'no answer';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

const OrderAnswer = Type.Object({
  order: Type.String(),
  reference: Type.String({ minLength: 1, maxLength: 200 }),
  amount: Type.String({ pattern: '^\\d{1,12}\\.\\d{2}$' }),
  currency: Type.Literal('RUB'),
  state: Type.Enum(['created', 'authorized', 'captured', 'declined', 'cancelled']),
  brand: Type.Union([Type.Enum(['mir', 'visa', 'mastercard']), Type.Null()]),
  last4: Type.Union([Type.String({ pattern: '^\\d{4}$' }), Type.Null()]),
  decline_reason: Type.Union([
    Type.Enum(['declined', 'insufficient_funds', 'authentication_failed', 'expired']),
    Type.Null(),
  ]),
  checkout_url: Type.String({ maxLength: 2_000 }),
});

const orderAnswer = Compile(OrderAnswer);

function expectOrder({ status, body }: Answer, id: string): Order {
  if (status !== 200 && status !== 201) throw new AcquirerError(`status ${status}`);
  if (!orderAnswer.Check(body)) throw new AcquirerError('the answer is no order');
  const order: Static<typeof OrderAnswer> = body;
  if (order.order !== id) throw new AcquirerError('the answer is about another order');
  return {
    id,
    reference: order.reference,
    amount: fromWire(order),
    state: order.state,
    brand: order.brand,
    last4: order.last4,
    declineReason: order.decline_reason,
    checkoutUrl: checkoutPage(order.checkout_url),
  };
}

/** People type their card numbers there, so it is as safe as the API itself. */
function checkoutPage(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.origin))) return url.href;
  throw new AcquirerError('the checkout page is not https');
}
