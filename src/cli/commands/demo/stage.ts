import { Readable, Writable } from 'node:stream';
import type { MessageKey } from '../../../messages/index.ts';
import type { Context } from '../../context.ts';
import { wantsColor } from '../../flags.ts';
import type { Host, InStream, OutStream } from '../../host.ts';
import { run } from '../../main.ts';
import { ReaderGone } from '../../render/output.ts';

/** Where commands are shown: each is printed as a person would type it, then really run. */
export interface Stage {
  /** A line of explanation. */
  tell(key: MessageKey): Promise<void>;
  /** Runs `lisa` with these words, and one line piped into it if there is one; returns its exit code. */
  play(words: readonly string[], piped?: string): Promise<number>;
}

/** A stage before the reader of `context`, in a world that may differ from theirs. Nothing on it can ask a question. */
export async function createStage(context: Context, world: Partial<Host> = {}): Promise<Stage> {
  const { host, flags, locale, t, out } = context;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: wantsColor(flags, host.env, host.stdout) ? 1 : 0 });
  const env = {
    ...host.env,
    LISA_LANG: locale,
    ...(flags.color === false ? { NO_COLOR: '1' } : {}),
    ...world.env,
  };
  return {
    tell: (key) => out.write(`\n${chalk.dim(`# ${t(key)}`)}\n`),
    async play(words, piped) {
      const typed = ['lisa', ...words].map(quote).join(' ');
      const line = piped === undefined ? typed : `echo ${quote(piped)} | ${typed}`;
      await out.write(`${chalk.bold(`$ ${line}`)}\n`);
      return run({
        ...host,
        ...world,
        args: words,
        env,
        stdin: Readable.from(piped === undefined ? [] : [Buffer.from(`${piped}\n`)]) as InStream,
        stdout: through(host.stdout, (chunk) => out.write(chunk)),
        stderr: through(host.stderr, (chunk) => written(host.stderr, chunk)),
      });
    },
  };
}

/** A stream of its own for each command: `run` listens on its streams and never lets go of them. */
function through(target: OutStream, write: (chunk: Uint8Array) => Promise<void>): OutStream {
  const stream: OutStream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      write(chunk).then(
        () => done(),
        (error: Error) => done(error instanceof ReaderGone ? Object.assign(error, { code: 'EPIPE' }) : error),
      );
    },
  });
  stream.isTTY = target.isTTY;
  stream.columns = target.columns;
  return stream;
}

function written(stream: OutStream, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    stream.write(chunk, () => resolve());
  });
}

/** A word as a shell wants it typed. */
function quote(word: string): string {
  return /^[\p{L}\p{N}_./:=@+-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
