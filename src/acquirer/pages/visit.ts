import type { FastifyReply, FastifyRequest } from 'fastify';
import { MINUTE_MS } from '../../shared/period.ts';
import type { FieldProblems } from '../cards/check.ts';
import type { Language, Order } from '../orders/order.ts';
import { ORDER_MS } from '../orders/rules.ts';
import { type OutcomeKind, texts } from '../texts/texts.ts';
import { checkout } from './checkout.ts';
import { confirm } from './confirm.ts';
import { field } from './form.ts';
import { layout } from './layout.ts';
import { outcome } from './outcome.ts';

type OrderPage = '' | '/confirm' | '/cancel' | '/done';

/** A customer looks at an order. */
export interface Visit {
  order: Order;
  language: Language;
  now: Date;
  /** The address of a page of the order, in the language that the customer has chosen. */
  url(page?: OrderPage): string;
}

export function visitOf(order: Order, request: FastifyRequest, now: Date): Visit {
  const language = askedLanguage(request, order);
  const query = language === order.language ? '' : `?lang=${language}`;
  return { order, language, now, url: (page = '') => `/pay/${order.reference}${page}${query}` };
}

/** The language of the switch, of the order, or of the browser. */
function askedLanguage({ query, headers }: FastifyRequest, order: Order | null): Language {
  const asked = field(query, 'lang');
  if (asked === 'ru' || asked === 'en') return asked;
  if (order) return order.language;
  return /\bru\b/i.test(headers['accept-language'] ?? '') ? 'ru' : 'en';
}

/** The form for the card. `typedLast4` are the last digits of a number that was right. */
export function showForm(
  { order, language, now, url }: Visit,
  reply: FastifyReply,
  problems: FieldProblems = {},
  typedLast4: string | null = null,
): FastifyReply {
  const ends = Date.parse(order.createdAt) + ORDER_MS;
  const minutesLeft = Math.max(1, Math.ceil((ends - now.getTime()) / MINUTE_MS));
  const urls = { payUrl: url(), cancelUrl: url('/cancel') };
  return send(reply, {
    language,
    path: pathOf(order, ''),
    title: texts[language].payTitle,
    failed: Object.keys(problems).length > 0,
    content: checkout({ order, language, minutesLeft, ...urls, problems, typedLast4 }),
  });
}

/** The 3-D Secure step, with what was wrong with the code. */
export function showConfirm(
  { order, language, url }: Visit,
  reply: FastifyReply,
  problem: 'missing' | 'wrong' | null = null,
): FastifyReply {
  const urls = { confirmUrl: url('/confirm'), cancelUrl: url('/cancel') };
  return send(reply, {
    language,
    path: pathOf(order, '/confirm'),
    title: texts[language].confirmTitle,
    failed: problem !== null,
    content: confirm({ order, language, ...urls, problem }),
  });
}

/** What became of an order, or of a request that leads to none. */
export function showOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: OutcomeKind,
  order: Order | null = null,
): FastifyReply {
  const language = askedLanguage(request, order);
  return send(reply, {
    language,
    path: order && pathOf(order, kind === 'already_paid' ? '' : '/done'),
    title: texts[language].outcomes[kind][0],
    content: outcome(kind, order, language),
  });
}

function pathOf({ reference }: Order, page: OrderPage): string {
  return `/pay/${reference}${page}`;
}

function send(reply: FastifyReply, page: Parameters<typeof layout>[0]): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(layout(page));
}
