import { Readable } from 'node:stream';

/** A person at a terminal: types the next answer whenever a question begins to listen, then Ctrl-D. */
export class Keyboard extends Readable {
  readonly isTTY = true;
  readonly #answers: (() => string)[];
  #typing = false;

  constructor(answers: readonly (() => string)[]) {
    super({ read() {} });
    this.#answers = [...answers];
  }

  setRawMode(): this {
    return this;
  }

  /**
   * readline resumes its input, more than once, when a question is shown; what is typed before that is thrown away, so
   * it waits.
   */
  override resume(): this {
    if (this.#typing) return super.resume();
    this.#typing = true;
    setTimeout(() => {
      this.#typing = false;
      const answer = this.#answers.shift()?.();
      if (!this.readableEnded) this.push(answer === undefined ? null : `${answer}\r`);
    }, 5);
    return super.resume();
  }
}
