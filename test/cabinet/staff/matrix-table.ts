import type { OperationId, Operations } from '../../../src/contract/index.ts';

type Of<Auth extends string> = {
  [Id in OperationId]: Operations[Id]['auth'] extends Auth ? Id : never;
}[OperationId];

export type StaffOperationId = Of<'staff'>;
export type SubscriberOperationId = Of<'session'>;

/** Who a call is about: one's own, somebody else's, nobody's; `any` where it is about nothing. */
export type Target = 'own' | 'foreign' | 'missing' | 'any';

/** Roles, and the results of their calls by target. Every other role gets `role_forbidden`, a subscriber `staff_only`. */
interface StaffRow {
  roles: string;
  results: Partial<Record<Target, string>>;
}

/** About a subscriber: of the member's region, of another one, of none. */
const subscriber = (roles: string, own: string, foreign: string, missing: string): StaffRow => ({
  roles,
  results: { own, foreign, missing },
});
/** About a member: oneself, another one, nobody. */
const member = subscriber;
/** About nothing that belongs to anybody. */
const alike = (roles: string, result: string): StaffRow => ({ roles, results: { any: result } });

const everybody = 'issuer support auditor administrator';
const gone = 'subscriber_not_found';

/** What members may do (R16). */
export const ofStaff: Record<StaffOperationId, StaffRow> = {
  //                             who may                    own          foreign           missing
  issueCredentials: subscriber('issuer', 'done', 'region_unknown', 'region_unknown'),
  checkIssues: subscriber('issuer', 'done', 'done', 'done'),
  reissueCredentials: subscriber('issuer', 'done', gone, gone),
  findSubscribers: subscriber('issuer support', 'done', 'done', 'done'),
  getSubscriber: subscriber('issuer support', 'done', gone, gone),
  getIssueOptions: alike('issuer', 'done'),
  listAudit: alike('auditor administrator', 'done'),
  verifyAudit: alike('auditor administrator', 'done'),
  createMember: member('administrator', 'member_exists', 'member_exists', 'done'),
  getMember: member('administrator auditor', 'done', 'done', 'member_not_found'),
  disableMember: member('administrator', 'own_member', 'done', 'member_not_found'),
  resetMember: member('administrator', 'own_member', 'done', 'member_not_found'),
  listMembers: alike('administrator auditor', 'done'),
  getStaffSession: alike(everybody, 'done'),
  getEnrolment: alike(everybody, 'already_enrolled'),
  completeEnrolment: alike(everybody, 'already_enrolled'),
  changeStaffPassword: alike(everybody, 'password_too_weak'),
};

/**
 * What subscribers may do. Members are told `subscriber_only`; of what is `seen` support gets, with `Lisa-As`, what a
 * subscriber of its region gets, `subscriber_not_found` of others, and the other roles `role_forbidden`.
 */
export const ofSubscribers: Record<SubscriberOperationId, 'seen' | 'theirs'> = {
  getAccount: 'seen',
  getBalance: 'seen',
  listUsage: 'seen',
  getTariff: 'seen',
  listTariffs: 'seen',
  getSim: 'seen',
  getBonus: 'seen',
  listBonusHistory: 'seen',
  getPromise: 'seen',
  listServices: 'seen',
  getService: 'seen',
  listOffers: 'seen',
  getOffer: 'seen',
  listNews: 'seen',
  getNews: 'seen',
  getNewsSubscription: 'seen',
  listMelodies: 'seen',
  listMelodyCategories: 'seen',
  getTones: 'seen',
  listStatusMessages: 'seen',
  listGifts: 'seen',
  getPayment: 'seen',
  listPayments: 'seen',
  getCurrentSession: 'theirs',
  changePassword: 'theirs',
  switchTariff: 'theirs',
  blockSim: 'theirs',
  unblockSim: 'theirs',
  spendBonus: 'theirs',
  takePromise: 'theirs',
  connectService: 'theirs',
  disconnectService: 'theirs',
  acceptOffer: 'theirs',
  subscribeToNews: 'theirs',
  unsubscribeFromNews: 'theirs',
  setTone: 'theirs',
  removeTone: 'theirs',
  disableTones: 'theirs',
  setStatusMessage: 'theirs',
  clearStatusMessage: 'theirs',
  createGift: 'theirs',
  acceptGift: 'theirs',
  refuseGift: 'theirs',
  createPayment: 'theirs',
};

/** What needs no session: whoever asks is told the same. */
export const ofNobody: Record<Of<'none'>, 'alike' | 'ends the session of its token'> = {
  createSession: 'alike',
  createStaffSession: 'alike',
  acquirerCallback: 'alike',
  deleteCurrentSession: 'ends the session of its token',
  deleteStaffSession: 'ends the session of its token',
};

/** A sandbox's: neither a subscriber's token nor a member's opens it. */
export const ofSandbox: Record<Of<'sandbox'>, 'token_unknown'> = {
  getSandboxClock: 'token_unknown',
  advanceSandboxClock: 'token_unknown',
  resetSandboxClock: 'token_unknown',
  listPhoneMessages: 'token_unknown',
  sendPhoneMessage: 'token_unknown',
  getAuthenticatorCode: 'token_unknown',
};

/** Never recorded: it only shows the state of a member's own session. */
export const unrecordedOfStaff: readonly string[] = ['getStaffSession'];
