import Type from 'typebox';
import { operation } from '../operation.ts';
import { AccountId, MsisdnSchema, Timestamp, text } from '../schema.ts';

const SessionState = {
  account_id: AccountId,
  msisdn: MsisdnSchema,
  created_at: Timestamp,
  /** The session ends at this moment unless it is used before (R2: 15 minutes, sliding). */
  idle_expires_at: Timestamp,
  /** The session ends at this moment however much it is used (R2: 12 hours). */
  expires_at: Timestamp,
  password_change_required: Type.Boolean(),
  /** The cabinet's clock, which decides about both limits. */
  as_of: Timestamp,
};

/** A session as its owner sees it. */
export const Session = Type.Object(SessionState);

export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/v1/sessions',
  summary: 'Log in with an account number, a network login or a mobile number',
  tag: 'sessions',
  auth: 'none',
  body: Type.Object(
    {
      login: text({ minLength: 1, maxLength: 64 }, 'login'),
      password: Type.String({ minLength: 1, maxLength: 256 }),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ token: Type.String({ minLength: 40, maxLength: 100 }), ...SessionState }),
  status: 201,
  errors: ['wrong_credentials', 'login_locked', 'recovery_required'],
});

export const getCurrentSession = operation({
  id: 'getCurrentSession',
  method: 'GET',
  path: '/v1/sessions/current',
  summary: 'The session of the token, without prolonging it',
  tag: 'sessions',
  auth: 'session',
  passive: true,
  beforePasswordChange: true,
  reply: Session,
  status: 200,
  errors: [],
});

/** RFC 7009: ending a session that is unknown or already over is a success. */
export const deleteCurrentSession = operation({
  id: 'deleteCurrentSession',
  method: 'DELETE',
  path: '/v1/sessions/current',
  summary: 'Log out: the token is worthless from now on',
  tag: 'sessions',
  auth: 'none',
  status: 204,
  errors: ['token_missing'],
});
