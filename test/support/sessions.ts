import { hashToken, newToken } from '../../src/cabinet/domain/sessions/token.ts';
import { defaultSettings } from '../../src/cabinet/settings.ts';
import { insertSession } from '../../src/cabinet/storage/sessions/writer.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { plus } from '../../src/shared/period.ts';
import { seededRandom } from './random.ts';
import { noteSecret } from './secrets.ts';

const random = seededRandom(`sessions ${process.pid}`);

/** Opens a session as a login would, without examining a password, which takes longer than most tests. */
export async function openSession(
  store: Store,
  accountId: bigint,
  now: Date,
  lifetimeMs = defaultSettings.sessionLifetimeMs,
): Promise<string> {
  const token = newToken(random);
  noteSecret(token);
  const session = { account_id: accountId, created_at: now, expires_at: plus(now, lifetimeMs) };
  await store.transact((tx) =>
    insertSession(tx, { ...session, token_hash: hashToken(token), change_required: false }),
  );
  return token;
}
