import { randomBytes } from 'node:crypto';
import { hashSecret } from '../../src/cabinet/domain/secrets/argon2.ts';
import { hashToken, newStaffToken } from '../../src/cabinet/domain/sessions/token.ts';
import { sealTotp } from '../../src/cabinet/domain/staff/sealedTotp.ts';
import { codeOfStep, stepAt } from '../../src/cabinet/domain/staff/totp.ts';
import { defaultSettings } from '../../src/cabinet/settings.ts';
import type { StaffRole } from '../../src/cabinet/storage/schema-staff.ts';
import { updateAccess } from '../../src/cabinet/storage/staff/members.ts';
import { insertStaffSession } from '../../src/cabinet/storage/staff/sessions.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';
import { type Answer, type Ask, ask } from './http.ts';
import { seededRandom } from './random.ts';
import { noteSecret } from './secrets.ts';
import type { RunningCabinet } from './start-cabinet.ts';

export interface NewMember {
  login?: string;
  name?: string;
  role?: StaffRole;
  office?: string;
  /** Number of the only region that the member serves; `addCatalogue` adds 66. */
  regionId?: number | null;
  ownLines?: string[];
  state?: 'invited' | 'active' | 'disabled';
}

export interface StaffMember {
  memberId: bigint;
  login: string;
  role: StaffRole;
  office: string;
}

const random = seededRandom(`staff ${process.pid}`);
let added = 0;

/** A member who is never asked for a password: an issuer of every region without a line of their own, unless told. */
export async function addMember(store: Store, wanted: NewMember = {}): Promise<StaffMember> {
  const { role = 'issuer', office = 'Екатеринбург, Ленина 5', state = 'active' } = wanted;
  const login = wanted.login ?? `${role}${added++}`;
  const { member_id: memberId } = await store.transact((tx) =>
    tx
      .insertInto('staff_members')
      .values({
        login,
        name: wanted.name ?? 'Иванова Мария Петровна',
        role,
        office,
        region_id: wanted.regionId ?? null,
        own_lines: wanted.ownLines ?? [],
        state,
        password_hash: null,
        password_expires_at: null,
        totp_sealed: state === 'active' ? Buffer.from('of no use') : null,
        created_at: new Date(START),
        last_login_at: null,
      })
      .returning('member_id')
      .executeTakeFirstOrThrow(),
  );
  return { memberId, login, role, office };
}

export const STAFF_PASSWORD = 'Correct-Staff-7';
/** What is in the authenticator of every member who logs in. */
export const STAFF_TOTP = seededRandom('authenticator').bytes(20);

let access: Promise<{ password_hash: string; totp_sealed: Buffer }> | undefined;

/** Hashing is slow on purpose, and every member may as well have the same. */
async function makeAccess() {
  const password_hash = await hashSecret(STAFF_PASSWORD, random);
  return { password_hash, totp_sealed: await sealTotp(STAFF_TOTP, STAFF_PASSWORD, random) };
}

/** A member with the password and the authenticator of these tests, for tests of logins. */
export async function addEnrolledMember(store: Store, wanted: NewMember = {}): Promise<StaffMember> {
  const member = await addMember(store, wanted);
  access ??= makeAccess();
  const made = await access;
  await store.transact((tx) => updateAccess(tx, member.memberId, made));
  return member;
}

/** Opens a session as a login of a member would, without a hash being made; returns the token. */
export async function openSessionOf(store: Store, memberId: bigint, now: Date): Promise<string> {
  const token = newStaffToken(random);
  noteSecret(token);
  const expires = plus(now, defaultSettings.sessionLifetimeMs);
  const session = { member_id: memberId, created_at: now, expires_at: expires };
  await store.transact((tx) => insertStaffSession(tx, { ...session, token_hash: hashToken(token) }));
  return token;
}

/** A new member in a session of theirs. */
export async function openStaffSession(
  store: Store,
  wanted: NewMember,
  now: Date,
): Promise<StaffMember & { token: string }> {
  const member = await addMember(store, wanted);
  return { ...member, token: await openSessionOf(store, member.memberId, now) };
}

/** How a member asks: `reason` goes into the header of reads. */
export type StaffAsk = Pick<Ask, 'key'> & { reason?: string };

/** A member who talks to a cabinet, in a new session whenever the clock was moved. */
export interface StaffCaller {
  member: StaffMember;
  token(): Promise<string>;
  get(path: string, how?: StaffAsk): Promise<Answer>;
  post(path: string, body?: unknown, how?: StaffAsk): Promise<Answer>;
  put(path: string, body?: unknown, how?: StaffAsk): Promise<Answer>;
}

export async function staffCaller(
  store: Store,
  cabinet: RunningCabinet,
  wanted: NewMember = {},
): Promise<StaffCaller> {
  const member = await addMember(store, wanted);
  let opened: Promise<string> | undefined;
  let since = 0;
  const token = () => {
    const now = cabinet.clock.now();
    if (opened === undefined || now.getTime() !== since) opened = openSessionOf(store, member.memberId, now);
    since = now.getTime();
    return opened;
  };
  const authorised = async (path: string, { reason, ...how }: Ask & StaffAsk): Promise<Answer> =>
    ask(cabinet, path, {
      ...how,
      token: await token(),
      ...(reason !== undefined && { headers: { 'lisa-reason': encodeURIComponent(reason) } }),
    });
  return {
    member,
    token,
    get: (path, how) => authorised(path, { ...how }),
    post: (path, body, how) =>
      authorised(path, { ...how, method: 'POST', ...(body !== undefined && { body }) }),
    put: (path, body, how) =>
      authorised(path, { ...how, method: 'PUT', ...(body !== undefined && { body }) }),
  };
}

/** What a request seals the password of its reply under. */
export function newReplyKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The code that an authenticator shows, so many steps of 30 seconds away. */
export function codeAt(secret: Uint8Array, now: Date, steps = 0): string {
  return codeOfStep(secret, stepAt(now) + BigInt(steps));
}

/** The audit trail of a cabinet, oldest first. */
export function readTrail(store: Store) {
  return store.read((db) => db.selectFrom('staff_audit').selectAll().orderBy('sequence').execute());
}
