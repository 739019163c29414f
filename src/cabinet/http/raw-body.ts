import { Transform } from 'node:stream';
import type { FastifyRequest, RequestPayload } from 'fastify';

/** Keeps the bytes of a body as they came while it is read: a signature is over them. */
export function keepRawBody(request: FastifyRequest, payload: RequestPayload): RequestPayload {
  const pieces: Buffer[] = [];
  request.rawBody = () => Buffer.concat(pieces);
  const kept = new Transform({
    transform(piece: Buffer, _encoding, passOn) {
      pieces.push(piece);
      passOn(null, piece);
    },
  });
  payload.on('error', (error) => kept.destroy(error));
  return payload.pipe(kept);
}
