import type { Weakness } from '../outcome.ts';

const SHORTEST = 8;
const LONGEST = 64;

/** Why a password is not good enough (R3), in this order; null for a good one. `logins` are the subscriber's own. */
export function weaknessOf(password: string, logins: readonly string[]): Weakness | null {
  if (password.length < SHORTEST) return 'too_short';
  if (password.length > LONGEST) return 'too_long';
  if (!/^[!-~]+$/.test(password)) return 'bad_characters';
  if (!/\d/.test(password)) return 'no_digit';
  if (!/[A-Z]/.test(password)) return 'no_capital';
  const lower = password.toLowerCase();
  return logins.some((login) => lower.includes(login.toLowerCase())) ? 'contains_login' : null;
}
