import Type from 'typebox';
import { operation } from '../operation.ts';
import { MemberLogin } from './staff.ts';

/**
 * What the authenticator application of a member of a sandbox's staff shows, for `lisa sandbox authenticator LOGIN`. The
 * members that a sandbox begins with are in it, and everybody whose enrolment was begun there. A code is good for one
 * login, so this is the first one that was not used: when the last ones were used up, `usable_in_seconds` is more than 0,
 * and whoever wants to log in has to wait as long.
 */
export const getAuthenticatorCode = operation({
  id: 'getAuthenticatorCode',
  method: 'GET',
  path: '/v1/sandbox/authenticators/{login}',
  summary: "The code on a member's authenticator of the sandbox",
  tag: 'sandbox',
  auth: 'sandbox',
  params: Type.Object({ login: MemberLogin }),
  reply: Type.Object({
    login: MemberLogin,
    code: Type.String({ pattern: '^\\d{6}$' }),
    usable_in_seconds: Type.Integer({ minimum: 0 }),
    /** From then on. */
    usable_for_seconds: Type.Integer({ minimum: 1 }),
  }),
  status: 200,
  errors: ['token_missing', 'token_unknown', 'member_not_found'],
});
