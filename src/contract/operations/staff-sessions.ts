import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, Timestamp, text } from '../schema.ts';
import { MemberLogin, Role } from './staff.ts';

const StaffSessionState = {
  login: MemberLogin,
  name: Type.String(),
  role: Role,
  office: Type.String(),
  created_at: Timestamp,
  /** R2, as for subscribers: 15 minutes, sliding. */
  idle_expires_at: Timestamp,
  expires_at: Timestamp,
  /** Until a password is chosen and an authenticator is set up nothing else can be done. */
  enrolment_required: Type.Boolean(),
  as_of: Timestamp,
};

/** A member's session as the member sees it. */
export const StaffSession = Type.Object(StaffSessionState);

const NewStaffSession = Type.Object({
  token: Type.String({ minLength: 40, maxLength: 100 }),
  ...StaffSessionState,
});

/** A time-based one-time code (RFC 6238): six digits, 30 seconds, each good once. */
const Code = Type.String({ pattern: '^\\d{6}$' });
const Password = Type.String({ minLength: 1, maxLength: 256 });

export const createStaffSession = operation({
  id: 'createStaffSession',
  method: 'POST',
  path: '/v1/staff/sessions',
  summary: 'Log in as a member of the staff',
  tag: 'staff',
  auth: 'none',
  body: Type.Object(
    {
      login: text({ minLength: 1, maxLength: 64 }),
      password: Password,
      /** Absent only at the first login, when there is no authenticator yet. */
      code: Type.Optional(Code),
    },
    { additionalProperties: false },
  ),
  reply: NewStaffSession,
  status: 201,
  errors: ['wrong_credentials', 'login_locked', 'staff_reset_required'],
});

export const getStaffSession = operation({
  id: 'getStaffSession',
  method: 'GET',
  path: '/v1/staff/sessions/current',
  summary: "The member's session of the token, without prolonging it",
  tag: 'staff',
  auth: 'staff',
  roles: 'any',
  passive: true,
  beforeEnrolment: true,
  reply: StaffSession,
  status: 200,
  errors: [],
});

/** As `deleteCurrentSession`: ending what is over is a success (RFC 7009). */
export const deleteStaffSession = operation({
  id: 'deleteStaffSession',
  method: 'DELETE',
  path: '/v1/staff/sessions/current',
  summary: 'Log out: the token is worthless from now on',
  tag: 'staff',
  auth: 'none',
  status: 204,
  errors: ['token_missing'],
});

/** The secret belongs to this session: it is the same however often it is asked for, until the enrolment is complete. */
export const getEnrolment = operation({
  id: 'getEnrolment',
  method: 'GET',
  path: '/v1/staff/enrolment',
  summary: 'The secret to put into an authenticator',
  tag: 'staff',
  auth: 'staff',
  roles: 'any',
  beforeEnrolment: true,
  reply: Type.Object({
    /** Base32 (RFC 4648), 160 bits (RFC 4226 §4). */
    totp_secret: Type.String(),
    /** `otpauth://totp/…`, what a QR code of it holds. */
    totp_uri: Type.String(),
  }),
  status: 200,
  errors: ['already_enrolled'],
});

/** Ends this session and opens a new one, in which everything of the member's role can be done. */
export const completeEnrolment = operation({
  id: 'completeEnrolment',
  method: 'POST',
  path: '/v1/staff/enrolment',
  summary: 'Choose a password and prove that the authenticator works',
  tag: 'staff',
  auth: 'staff',
  roles: 'any',
  beforeEnrolment: true,
  body: Type.Object({ code: Code, new_password: Password }, { additionalProperties: false }),
  reply: NewStaffSession,
  status: 201,
  errors: ['already_enrolled', 'password_too_weak', 'code_wrong'],
});

/** Every other session of the member ends. A dry run never examines the current password or the code. */
export const changeStaffPassword = operation({
  id: 'changeStaffPassword',
  method: 'PUT',
  path: '/v1/staff/password',
  summary: "Change the member's password; every other session ends",
  tag: 'staff',
  auth: 'staff',
  roles: 'any',
  mutation: true,
  secrets: true,
  query: DryRunQuery,
  body: Type.Object(
    { current_password: Password, code: Code, new_password: Password },
    { additionalProperties: false },
  ),
  reply: Type.Object({ changed_at: Timestamp, sessions_ended: Type.Integer({ minimum: 0 }) }),
  status: 200,
  errors: [
    'wrong_credentials',
    'login_locked',
    'staff_reset_required',
    'password_too_weak',
    'password_unchanged',
  ],
});
