import { pipeline, type Readable } from 'node:stream';

/** Content encodings that are understood; the value of `accept-encoding`. */
export const ENCODINGS = 'gzip, deflate, br';

/**
 * The body without its content encoding, decoded while it arrives; null for an encoding that is not ours.
 * How much comes out is for the reader to bound: 199 KB of gzip can become 200 MB.
 */
export async function decode(body: Readable, encoding: string | undefined): Promise<Readable | null> {
  if (encoding === undefined || encoding === '' || encoding === 'identity') return body;
  const zlib = await import('node:zlib');
  const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
    gzip: () => zlib.createGunzip(),
    deflate: () => zlib.createInflate(),
    br: () => zlib.createBrotliDecompress(),
  };
  const create = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (create === undefined) return null;
  const decoder = create();
  // Errors reach the reader through the decoder, which the pipeline destroys with them.
  pipeline(body, decoder, () => {});
  return decoder;
}
