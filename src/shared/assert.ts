/** A broken promise of our own code, never of a user or of a peer. */
export class AssertionError extends Error {
  override name = 'AssertionError';
}

/**
 * States what the code relies on; stays on in production.
 * @throws AssertionError when `condition` is false
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** Marks a branch that the types rule out. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${String(value)}`);
}
