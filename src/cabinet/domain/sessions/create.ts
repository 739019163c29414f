import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { holdCredentials } from '../../storage/credentials/reader.ts';
import { clearAttempts } from '../../storage/logins/attempts.ts';
import { findLogin } from '../../storage/logins/reader.ts';
import { reserveLoginTry, useOneTimePassword } from '../../storage/recovery/oneTimePasswords.ts';
import type { Writer } from '../../storage/schema.ts';
import { findSession, type SessionRow } from '../../storage/sessions/reader.ts';
import { insertSession } from '../../storage/sessions/writer.ts';
import type { Store } from '../../storage/store.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { readOneTimePassword } from '../recovery/password.ts';
import { NOBODY, verifySecret } from '../secrets/argon2.ts';
import { attemptSubject, reserveAttempt } from './attempts.ts';
import { readLogin } from './login.ts';
import { hashToken, newToken } from './token.ts';

interface Login {
  login: string;
  password: string;
  now: Date;
  random: Random;
  settings: Settings;
}

/**
 * Logs in. The shape of what was typed decides whether it is examined as a one-time password (R4) or as the permanent
 * one, so that every login costs one hash (R1). No connection is held meanwhile. The answer to an unknown login is that
 * to a wrong password, in every refusal: `login_locked` and `recovery_required`, which a one-time password never meets,
 * and `wrong_credentials`.
 */
export async function createSession(
  store: Store,
  { login, password, now, random, settings }: Login,
): Promise<Outcome<{ token: string; session: SessionRow }>> {
  const candidates = readLogin(login);
  const known = await store.read((db) => findLogin(db, candidates));
  const subject = attemptSubject(known?.account_id, candidates[0] ?? '');
  const oneTime = readOneTimePassword(password);
  const reserved = await store.transact((tx) =>
    oneTime === null
      ? reservePermanent(tx, { subject, hash: known?.password_hash, now, settings })
      : reserveOneTime(tx, { accountId: known?.account_id, now, settings }),
  );
  if (!reserved.ok) return reserved;
  const { value: hash } = reserved;
  const right = await verifySecret(oneTime ?? password, hash ?? NOBODY);
  if (!known || !right || hash === undefined) return refuse({ kind: 'wrong_credentials' });
  const { account_id: accountId } = known;
  return store.transact(async (tx) => {
    const held = { accountId, hash, now };
    if (!(oneTime === null ? await isStillRight(tx, held) : await useUp(tx, held)))
      return refuse({ kind: 'wrong_credentials' });
    await clearAttempts(tx, subject);
    return done(await open(tx, { accountId, changeRequired: oneTime !== null, now, random, settings }));
  });
}

/** The hash to examine, an attempt being counted; undefined for an unknown login. */
async function reservePermanent(
  tx: Writer,
  reserve: { subject: string; hash: string | undefined; now: Date; settings: Settings },
): Promise<Outcome<string | undefined>> {
  const reserved = await reserveAttempt(tx, reserve);
  return reserved.ok ? done(reserve.hash) : reserved;
}

/** The same of a one-time password; undefined, too, when there is none that is still good. */
async function reserveOneTime(
  tx: Writer,
  reserve: { accountId: bigint | undefined; now: Date; settings: Settings },
): Promise<Outcome<string | undefined>> {
  const { accountId = NO_ACCOUNT, now, settings } = reserve;
  return done(await reserveLoginTry(tx, { accountId, now, tries: settings.oneTimePasswordTries }));
}

/** Looked for in the place of an unknown login's, so that it takes as long (R1). */
const NO_ACCOUNT = 0n;

interface Held {
  accountId: bigint;
  hash: string;
  now: Date;
}

/** The password may have been changed since it was examined, and then this session must not outlive the change. */
async function isStillRight(tx: Writer, { accountId, hash }: Held): Promise<boolean> {
  return (await holdCredentials(tx, accountId)).password_hash === hash;
}

/** A one-time password opens one session, however many logins come at once. */
function useUp(tx: Writer, { accountId, hash: passwordHash, now }: Held): Promise<boolean> {
  return useOneTimePassword(tx, { accountId, passwordHash, now });
}

async function open(
  tx: Writer,
  opening: { accountId: bigint; changeRequired: boolean; now: Date; random: Random; settings: Settings },
): Promise<{ token: string; session: SessionRow }> {
  const { accountId, changeRequired, now, random, settings } = opening;
  const token = newToken(random);
  const tokenHash = hashToken(token);
  await insertSession(tx, {
    token_hash: tokenHash,
    account_id: accountId,
    created_at: now,
    expires_at: plus(now, settings.sessionLifetimeMs),
    change_required: changeRequired,
  });
  const session = await findSession(tx, tokenHash);
  assert(session, 'an account with a login has a line, a region and credentials');
  return { token, session };
}
