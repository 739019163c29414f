import { CliError } from '../errors.ts';
import type { OutStream } from '../host.ts';

/** The reader of the pipe has gone; the run ends quietly (exit 0). */
export class ReaderGone extends Error {
  override name = 'ReaderGone';
}

/**
 * The only writer of stdout. `console.log` and a bare `write` lose errors: here a full disk is a failure and a closed
 * pipe a quiet end.
 */
export class Output {
  readonly #stream: OutStream;
  #failure: NodeJS.ErrnoException | undefined;

  constructor(stream: OutStream) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure ??= error;
    });
  }

  /**
   * Writes and waits until the stream has taken it.
   * @throws ReaderGone when the pipe is closed
   * @throws CliError `write_failed` for every other failure
   */
  async write(chunk: string | Uint8Array): Promise<void> {
    if (this.#failure) throw this.#explain(this.#failure);
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(chunk, (error) => (error ? reject(this.#explain(error)) : resolve()));
    });
  }

  #explain(error: NodeJS.ErrnoException): Error {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return new ReaderGone();
    return new CliError(1, 'write_failed', 'error.write-failed', {
      params: { detail: error.code ?? error.message },
      cause: error,
    });
  }
}
