/** Many short texts as few large writes. The bytes wait outside of the heap, so that long streams do not make it grow. */
export class Pieces {
  readonly #write: (bytes: Uint8Array) => Promise<void>;
  #piece = Buffer.allocUnsafe(PIECE_BYTES);
  #filled = 0;
  #written = 0;

  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    this.#write = write;
  }

  /** Bytes handed on so far; all of them after `flush`. */
  get bytes(): number {
    return this.#written;
  }

  async add(text: string): Promise<void> {
    const size = Buffer.byteLength(text);
    if (size > PIECE_BYTES - this.#filled) await this.flush();
    if (size > PIECE_BYTES) {
      await this.#write(Buffer.from(text));
      this.#written += size;
    } else this.#filled += this.#piece.write(text, this.#filled);
  }

  async flush(): Promise<void> {
    const piece = this.#piece.subarray(0, this.#filled);
    // A stream may still hold the piece after it has taken it.
    this.#piece = Buffer.allocUnsafe(PIECE_BYTES);
    this.#filled = 0;
    if (piece.length > 0) await this.#write(piece);
    this.#written += piece.length;
  }
}

const PIECE_BYTES = 64 * 1024;
