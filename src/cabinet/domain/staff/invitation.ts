import type { Random } from '../../../shared/clock.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { prepareOneTimePassword } from '../recovery/issue.ts';

/** A password for the first login, and what the cabinet keeps of it. */
export interface Invitation {
  /** Handed over once, kept nowhere. */
  password: string;
  expiresAt: Date;
  access: {
    state: 'invited';
    password_hash: string;
    password_expires_at: Date;
    totp_sealed: null;
    totp_step: bigint;
  };
}

/** Lets a member in until password and authenticator are the member's own, for 24 hours at most. */
export async function invite(invitation: {
  now: Date;
  random: Random;
  settings: Settings;
}): Promise<Invitation> {
  const { now, random, settings } = invitation;
  const { password, passwordHash } = await prepareOneTimePassword(random);
  const expiresAt = plus(now, settings.oneTimePasswordMs);
  const access = {
    state: 'invited' as const,
    password_hash: passwordHash,
    password_expires_at: expiresAt,
    totp_sealed: null,
    totp_step: 0n,
  };
  return { password, expiresAt, access };
}
