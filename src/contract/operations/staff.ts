import Type, { type Static } from 'typebox';
import { MsisdnSchema, nullable, oneOf, Timestamp, text } from '../schema.ts';

/** R16. A member has one role: who issues credentials does not read the trail of it, and who manages members does not issue. */
export const staffRoles = ['issuer', 'support', 'auditor', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];
export const Role = oneOf(...staffRoles);

/** What a member is called when logging in. */
export const MemberLogin = Type.String({ pattern: '^[a-z][a-z0-9._-]{2,31}$' });

/** Why a member does something; kept in the audit trail. */
export const Reason = text({ minLength: 3, maxLength: 200 });

/**
 * 32 random bytes (base64url) that the cabinet seals the password of its reply with before it stores the reply: whoever
 * sends the same request with the same key and these bytes reads the reply again, and nobody else can.
 */
export const ReplyKey = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** A password that opens one session, in which it has to be changed (R4, ASVS 6.4.1). Handed over once. */
export const OneTimePassword = {
  one_time_password: Type.String(),
  /** After this moment it is worthless. */
  one_time_password_expires_at: Timestamp,
};

/** Somebody who works for the operator. */
export const StaffMember = Type.Object({
  login: MemberLogin,
  name: Type.String(),
  role: Role,
  office: Type.String(),
  /** The only region whose subscribers the member serves; null for all of them. */
  region: nullable(Type.String()),
  /** The member's own numbers, for which they issue nothing (R16). */
  own_lines: Type.Array(MsisdnSchema),
  /** `invited` until the first login has set a password and an authenticator. */
  state: oneOf('invited', 'active', 'disabled'),
  created_at: Timestamp,
  last_login_at: nullable(Timestamp),
});

export type WireStaffMember = Static<typeof StaffMember>;
