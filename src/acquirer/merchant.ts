import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';
import { formatAmount, parseAmount } from '../shared/money.ts';
import type { Desk } from './orders/desk.ts';
import { type Order, toWireOrder } from './orders/order.ts';

export interface MerchantOptions {
  desk: Desk;
  /** The merchant's key: the bearer token of every request. */
  key: string;
  /** Whether the answer to a request gets lost, now that the deed is done. */
  losesAnswer(): boolean;
  checkoutUrl(order: Order): string;
}

const NewOrderBody = Type.Object(
  {
    order: Type.String({ format: 'uuid' }),
    amount: Type.String({ pattern: '^\\d{1,9}\\.\\d{2}$' }),
    currency: Type.Literal('RUB'),
    language: Type.Union([Type.Literal('ru'), Type.Literal('en')]),
    callback_url: Type.String({ pattern: '^https?://', maxLength: 500 }),
  },
  { additionalProperties: false },
);

const OrderParams = Type.Object({ order: Type.String({ format: 'uuid' }) });
type InOrder = { Params: Static<typeof OrderParams> };

/** What the merchant's server asks for: `/v1/orders`. */
export function serveMerchant(app: FastifyInstance, options: MerchantOptions): void {
  const { desk, losesAnswer, checkoutUrl } = options;
  const answer = (reply: FastifyReply, status: number, order: Order) =>
    reply.code(status).send(toWireOrder(order, checkoutUrl(order)));

  app.register(
    async (api) => {
      guard(api, options.key);
      api.setErrorHandler<FastifyError>(({ statusCode = 500 }, request, reply) => {
        if (statusCode < 500) return refuse(reply, statusCode, 'bad_request');
        request.log.error({ route: request.routeOptions.url ?? null }, 'failed');
        return refuse(reply, 500, 'internal');
      });
      api.addHook('onSend', async (request) => {
        if (request.losesAnswer || losesAnswer()) request.raw.socket.destroy();
      });

      api.post<{ Body: Static<typeof NewOrderBody> }>(
        '/orders',
        { schema: { body: NewOrderBody } },
        async ({ body }, reply) => {
          const kopecks = parseAmount(body.amount);
          if (kopecks === null || kopecks === 0n) return refuse(reply, 400, 'bad_request');
          const amount = formatAmount(kopecks);
          const known = desk.find(body.order);
          if (known)
            return known.amount === amount ? answer(reply, 200, known) : refuse(reply, 409, 'amount_differs');
          const { order, language, callback_url: callbackUrl } = body;
          return answer(reply, 201, desk.open({ order, amount, language, callbackUrl }));
        },
      );

      api.get<InOrder>('/orders/:order', { schema: { params: OrderParams } }, async ({ params }, reply) => {
        const order = desk.find(params.order);
        return order ? answer(reply, 200, order) : refuse(reply, 404, 'unknown_order');
      });

      api.post<InOrder>(
        '/orders/:order/capture',
        { schema: { params: OrderParams } },
        async (request, reply) => {
          const order = desk.find(request.params.order);
          if (!order) return refuse(reply, 404, 'unknown_order');
          const captured = desk.capture(order);
          if (!captured) return refuse(reply, 409, 'not_authorized');
          request.losesAnswer = !captured.answered;
          return answer(reply, 200, captured.order);
        },
      );
    },
    { prefix: '/v1' },
  );
}

/** Lets in who has the key; hashes are compared, so that neither length nor content shows in the time it takes. */
function guard(api: FastifyInstance, key: string): void {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const wanted = hash(`Bearer ${key}`);
  api.addHook('onRequest', async ({ headers }, reply) => {
    if (!timingSafeEqual(hash(headers.authorization ?? ''), wanted))
      return refuse(reply, 401, 'unauthorized');
  });
}

function refuse(reply: FastifyReply, status: number, error: string): FastifyReply {
  return reply.code(status).send({ error });
}
