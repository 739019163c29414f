import { UsageError } from '../errors.ts';
import type { InStream } from '../host.ts';

/** The longest first line that is read, in bytes. */
const LIMIT = 4096;

/**
 * The first line of stdin without its line end: a secret handed over by a script.
 * @throws UsageError when it is empty or longer than 4096 bytes
 */
export async function readSecretLine(stdin: InStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > LIMIT || bytes.includes('\n')) break;
  }
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/, 1);
  if (line === '' || Buffer.byteLength(line) > LIMIT) throw new UsageError('error.bad-stdin-secret');
  return line;
}
