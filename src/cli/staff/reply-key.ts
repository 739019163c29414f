import type { Context } from '../context.ts';

/**
 * The key under which the cabinet keeps the password of a reply, for the same request sent again when the answer is lost. It
 * lives as long as the command.
 */
export function newReplyKey({ host }: Context): string {
  return Buffer.from(host.random.bytes(32)).toString('base64url');
}

/** What a dry run has no true value for. */
export const PASSWORD_OF_SLIP = ['one_time_password', 'one_time_password_expires_at'] as const;
