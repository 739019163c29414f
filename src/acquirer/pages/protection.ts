import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../../shared/origin.ts';

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; " +
    "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'",
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Pages load nothing but their own script and style, stand in no frame, and name themselves to nobody. */
export function guardPages(pages: FastifyInstance): void {
  pages.addHook('onRequest', async ({ headers }, reply) => {
    reply.headers(HEADERS);
    // A name that somebody else's DNS points at this machine is not ours.
    const origin = `http://${headers.host ?? ''}`;
    if (!URL.canParse(origin) || !isLoopback(origin)) return reply.code(421).send();
  });
}

/**
 * Whether a form was sent from one of these pages. Browsers say so themselves; one that does not has to name the origin,
 * which is `null` in a browser that says both, because the pages ask it to name no referrer.
 */
export function isOwnForm({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === `http://${headers.host}` : site === 'same-origin';
}
