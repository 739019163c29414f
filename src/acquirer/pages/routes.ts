import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../shared/clock.ts';
import { checkCard } from '../cards/check.ts';
import { digitsOf } from '../cards/test-cards.ts';
import type { Desk } from '../orders/desk.ts';
import { cardFields, field } from './form.ts';
import { outcomeOf } from './outcome.ts';
import { guardPages, isOwnForm } from './protection.ts';
import { showConfirm, showForm, showOutcome, type Visit, visitOf } from './visit.ts';

interface PagesOptions {
  desk: Desk;
  clock: Clock;
}

type Handler = (visit: Visit, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** What the customer sees: `/pay/<reference>` and what follows from it. */
export function servePages(app: FastifyInstance, options: PagesOptions): void {
  const { desk } = options;
  app.register(async (pages) => {
    guardPages(pages);
    answerFailures(pages);
    pages.addHook('preHandler', async (request, reply) => {
      if (request.method === 'POST' && !isOwnForm(request))
        return showOutcome(request, reply.code(403), 'forbidden');
    });
    const serve = (method: 'GET' | 'POST', page: string, handle: Handler) =>
      pages.route<{ Params: { reference: string } }>({
        method,
        url: `/pay/:reference${page}`,
        handler: async (request, reply) => {
          const order = desk.findByReference(request.params.reference);
          if (!order) return showOutcome(request, reply.code(404), 'not_found');
          return handle(visitOf(order, request, options.clock.now()), request, reply);
        },
      });
    serve('GET', '', (visit, request, reply) => {
      const { order, url } = visit;
      if (order.state !== 'created') return showOutcome(request, reply, outcomeOf(order, true), order);
      return order.challenge ? reply.redirect(url('/confirm'), 303) : showForm(visit, reply);
    });
    serve('GET', '/confirm', (visit, _request, reply) =>
      visit.order.challenge ? showConfirm(visit, reply) : reply.redirect(visit.url('/done'), 303),
    );
    serve('GET', '/done', ({ order, url }, request, reply) => {
      if (order.state === 'created') return reply.redirect(url(order.challenge ? '/confirm' : ''), 303);
      return showOutcome(request, reply, outcomeOf(order, false), order);
    });
    serve('POST', '', payBy(options));
    serve('POST', '/confirm', confirmBy(options));
    serve('POST', '/cancel', ({ order, url }, _request, reply) => {
      desk.cancel(order.reference);
      return reply.redirect(url('/done'), 303);
    });
  });
}

/** The card that was typed in. An order that does not wait for one shows what it waits for, or what became of it. */
function payBy({ desk }: PagesOptions): Handler {
  return (visit, request, reply) => {
    const { order, now, url } = visit;
    if (order.state !== 'created' || order.challenge) return reply.redirect(url(), 303);
    const fields = cardFields(request.body);
    const { card, problems } = checkCard(fields, now);
    if (problems) {
      const typedLast4 = problems.number ? null : digitsOf(fields.number).slice(-4);
      return showForm(visit, reply.code(422), problems, typedLast4);
    }
    desk.pay(order.reference, card);
    return reply.redirect(url('/done'), 303);
  };
}

function confirmBy({ desk }: PagesOptions): Handler {
  return (visit, request, reply) => {
    const { order, url } = visit;
    if (!order.challenge) return reply.redirect(url(), 303);
    const code = field(request.body, 'code');
    if (code.trim() === '') return showConfirm(visit, reply.code(422), 'missing');
    const answered = desk.confirm(order.reference, code);
    if (!answered?.challenge) return reply.redirect(url('/done'), 303);
    return showConfirm({ ...visit, order: answered }, reply.code(422), 'wrong');
  };
}

/** Neither the answer nor the log says what the request held. */
function answerFailures(pages: FastifyInstance): void {
  pages.setErrorHandler<FastifyError>(({ statusCode = 500 }, request, reply) => {
    if (statusCode >= 500) request.log.error({ route: request.routeOptions.url ?? null }, 'failed');
    return showOutcome(request, reply.code(statusCode), 'fault');
  });
  pages.setNotFoundHandler((request, reply) => showOutcome(request, reply.code(404), 'not_found'));
}
