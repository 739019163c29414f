import type { Writer } from '../../storage/schema.ts';
import { endSession } from '../../storage/sessions/writer.ts';
import { done, type Outcome } from '../outcome.ts';

/** Ends the session whose token has this SHA-256, at its owner's wish. */
export async function endCurrentSession(
  tx: Writer,
  tokenHash: Buffer,
  now: Date,
): Promise<Outcome<undefined>> {
  await endSession(tx, tokenHash, now);
  return done(undefined);
}
