import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, Timestamp } from '../schema.ts';

/** R3; all other sessions and tokens of the subscriber end (R2). A dry run never examines the current password. */
export const changePassword = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/v1/password',
  summary: 'Change the password; every other session ends',
  tag: 'password',
  auth: 'session',
  mutation: true,
  secrets: true,
  beforePasswordChange: true,
  query: DryRunQuery,
  body: Type.Object(
    {
      current_password: Type.String({ maxLength: 256 }),
      new_password: Type.String({ maxLength: 256 }),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ changed_at: Timestamp, sessions_ended: Type.Integer({ minimum: 0 }) }),
  status: 200,
  errors: ['wrong_password', 'login_locked', 'recovery_required', 'password_too_weak', 'password_unchanged'],
});
