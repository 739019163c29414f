import type { Random } from '../../../shared/clock.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { holdCredentials } from '../../storage/credentials/reader.ts';
import { clearAttempts } from '../../storage/logins/attempts.ts';
import { findLogin } from '../../storage/logins/reader.ts';
import { findSession, type SessionRow } from '../../storage/sessions/reader.ts';
import { insertSession } from '../../storage/sessions/writer.ts';
import type { Store } from '../../storage/store.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { verifySecret } from '../secrets/argon2.ts';
import { attemptSubject, reserveAttempt } from './attempts.ts';
import { readLogin } from './login.ts';
import { hashToken, newToken } from './token.ts';

/** The hash of a password that nobody has, examined for unknown logins so that they take as long (R1). */
const NOBODY =
  '$argon2id$v=19$m=47104,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

interface Login {
  login: string;
  password: string;
  now: Date;
  random: Random;
  settings: Settings;
}

/**
 * Logs in. No connection is held while the password is examined. The answer to an unknown login is that to a wrong
 * password, in every refusal: `login_locked`, `recovery_required`, `wrong_credentials`.
 */
export async function createSession(
  store: Store,
  { login, password, now, random, settings }: Login,
): Promise<Outcome<{ token: string; session: SessionRow }>> {
  const candidates = readLogin(login);
  const known = await store.read((db) => findLogin(db, candidates));
  const subject = attemptSubject(known?.account_id, candidates[0] ?? '');
  const reserved = await store.transact((tx) => reserveAttempt(tx, { subject, now, settings }));
  if (!reserved.ok) return reserved;
  const right = await verifySecret(password, known?.password_hash ?? NOBODY);
  if (!known || !right) return refuse({ kind: 'wrong_credentials' });
  return store.transact(async (tx) => {
    // The password may have been changed since it was examined, and then this session must not outlive the change.
    const held = await holdCredentials(tx, known.account_id);
    if (held.password_hash !== known.password_hash) return refuse({ kind: 'wrong_credentials' });
    await clearAttempts(tx, subject);
    const token = newToken(random);
    const tokenHash = hashToken(token);
    const expires = plus(now, settings.sessionLifetimeMs);
    const { account_id } = known;
    await insertSession(tx, { token_hash: tokenHash, account_id, created_at: now, expires_at: expires });
    const session = await findSession(tx, tokenHash);
    if (!session) throw new Error('an account without a line, region or credentials cannot log in');
    return done({ token, session });
  });
}
