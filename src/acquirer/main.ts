import { randomFillSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createAcquirer } from './app.ts';
import { listen } from './listen.ts';

/** The sandbox's acquirer: a bank of its own, on an origin of its own, in which no money moves. */

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'lose-answers': { type: 'string', default: '0' },
    callbacks: { type: 'string', default: '1' },
  },
});
const KEY_LENGTH = 32;
const key = process.env['LISA_ACQUIRER_KEY'] ?? '';
if (values.data === undefined) throw new Error('--data FILE is required');
if (key.length < KEY_LENGTH) throw new Error('LISA_ACQUIRER_KEY is missing or too short');
const port = number('port', values.port, /^\d{1,5}$/);
const loseAnswers = number('lose-answers', values['lose-answers'], /^(0?\.\d+|[01])$/);
const callbacks = number('callbacks', values.callbacks, /^[1-9]\d{0,2}$/);

const app = await createAcquirer({
  file: values.data,
  key,
  // Beside the built program; run from its sources, it takes what was built last.
  assets: fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../dist/pay' : 'pay', import.meta.url)),
  clock: { now: () => new Date() },
  random: { bytes: (size) => randomFillSync(new Uint8Array(size)) },
  log: pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  ),
  loseAnswers,
  callbacks,
});
process.stdout.write(`${JSON.stringify({ url: await listen(app, port) })}\n`);

// The standard input closes with whoever started this, however they end.
process.stdin.once('end', stop).resume();
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

function stop(): void {
  app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

function number(name: string, text: string, form: RegExp): number {
  if (!form.test(text)) throw new Error(`--${name} ${text} is not possible`);
  return Number(text);
}
