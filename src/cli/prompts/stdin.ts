import { addAbortSignal } from 'node:stream';
import { refuseCardNumbers } from '../card-numbers.ts';
import { UsageError } from '../errors.ts';
import type { InStream } from '../host.ts';

/** The longest secret that is read, in bytes. */
const LIMIT = 4096;

/**
 * The first line of stdin without its line end: a secret handed over by a script. Ctrl-C ends the waiting for it.
 * @throws UsageError when it is empty or longer than 4096 bytes
 */
export async function readSecretLine(stdin: InStream, signal: AbortSignal): Promise<string> {
  const [line = ''] = await readSecretLines(stdin, 1, signal);
  return line;
}

/**
 * The first `count` lines of stdin, each a secret of its own. Those after the first `least` may be missing.
 * @throws UsageError when one is missing, empty, or they are longer than 4096 bytes together
 */
export async function readSecretLines(
  stdin: InStream,
  count: number,
  signal: AbortSignal,
  least = count,
): Promise<readonly string[]> {
  const chunks: Buffer[] = [];
  let size = 0;
  let ends = 0;
  for await (const chunk of addAbortSignal(signal, stdin)) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    ends += bytes.filter((byte) => byte === LINE_FEED).length;
    if (size > LIMIT || ends >= count) break;
  }
  const lines = Buffer.concat(chunks).toString('utf8').split(/\r?\n/).slice(0, count);
  while (lines.length > least && lines.at(-1) === '') lines.pop();
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  if (lines.length < least || lines.includes('') || bytes > LIMIT)
    throw new UsageError('error.bad-stdin-secret');
  await refuseCardNumbers(...lines);
  return lines;
}

const LINE_FEED = 0x0a;
