import { TransportError } from './errors.ts';

/** No line of ours is longer; a peer that never ends a line must not fill the memory. */
const LONGEST_LINE = 1024 * 1024;

/**
 * The lines of a stream, without their line ends. What follows the last line end is not a whole line and is left out:
 * the end record tells the reader what is missing.
 * @throws TransportError `too_large` for a line over 1 Mi characters
 */
export async function* readLines(body: AsyncIterable<Uint8Array>, origin: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of body) {
    for (let start = 0; start < piece.length; start += SLICE_BYTES) {
      const slice = piece.subarray(start, start + SLICE_BYTES);
      const lines = (rest + decoder.decode(slice, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE)
        throw new TransportError('too_large', { origin, detail: 'line', sent: true });
      yield* lines;
    }
  }
}

/** Little text is alive at any moment: what outlives a minor collection makes the heap grow with the length of a stream. */
const SLICE_BYTES = 4 * 1024;
