/** The time of day, handed in from outside so that tests and the sandbox can move it. */
export interface Clock {
  now(): Date;
}

/** Randomness, handed in from outside. Real implementations are cryptographic. */
export interface Random {
  /** `size` unpredictable bytes. */
  bytes(size: number): Uint8Array;
}
