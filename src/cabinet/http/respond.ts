import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Outcome } from '../domain/outcome.ts';
import { logFailure } from './failures.ts';
import { sendProblem } from './problem.ts';
import { refusalToWire } from './refusals.ts';

interface Reading {
  status: number;
  now: Date;
  timeZone: string;
}

/** Sends a value as the operation declares it, or a refusal as a problem. */
export function sendOutcome(reply: FastifyReply, outcome: Outcome<unknown>, reading: Reading): FastifyReply {
  if (!outcome.ok) return sendProblem(reply, refusalToWire(outcome.refusal, reading));
  return reply.code(reading.status).send(outcome.value);
}

/**
 * Sends text piece by piece, as fast as the client reads; a client that leaves ends the source. A source that fails
 * breaks the connection: its end record is missing, so nobody takes the answer for a whole one.
 */
export function sendStream(
  reply: FastifyReply,
  pieces: AsyncIterable<string>,
  mediaType: string,
): FastifyReply {
  const body = Readable.from(pieces, { objectMode: false });
  body.on('error', (error) => logFailure(reply.request, error));
  return reply.type(mediaType).send(body);
}

/** Whether the client asked for `mediaType` by name (RFC 9110 §12.5.1); a wildcard does not ask for a stream. */
export function asksFor(accept: string | undefined, mediaType: string): boolean {
  const ranges = (accept ?? '')
    .split(',')
    .map((range) => range.split(';').map((part) => part.trim().toLowerCase()));
  return ranges.some(([type, ...parameters]) => type === mediaType && !parameters.includes('q=0'));
}
