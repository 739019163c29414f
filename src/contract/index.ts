import * as account from './operations/account.ts';
import * as authenticators from './operations/authenticators.ts';
import * as bonus from './operations/bonus.ts';
import * as gifts from './operations/gifts.ts';
import * as news from './operations/news.ts';
import * as offers from './operations/offers.ts';
import * as password from './operations/password.ts';
import * as payments from './operations/payments.ts';
import * as phones from './operations/phones.ts';
import * as promises from './operations/promises.ts';
import * as sandbox from './operations/sandbox.ts';
import * as services from './operations/services.ts';
import * as sessions from './operations/sessions.ts';
import * as sim from './operations/sim.ts';
import * as audit from './operations/staff-audit.ts';
import * as staffIssues from './operations/staff-issues.ts';
import * as staffMembers from './operations/staff-members.ts';
import * as staffSessions from './operations/staff-sessions.ts';
import * as staffSubscribers from './operations/staff-subscribers.ts';
import * as tariffs from './operations/tariffs.ts';
import * as tones from './operations/tones.ts';
import * as usage from './operations/usage.ts';

/** Every operation of the API by its id: the one table behind routes, OpenAPI and client. */
export const operations = {
  createSession: sessions.createSession,
  getCurrentSession: sessions.getCurrentSession,
  deleteCurrentSession: sessions.deleteCurrentSession,
  changePassword: password.changePassword,
  getAccount: account.getAccount,
  getBalance: account.getBalance,
  listUsage: usage.listUsage,
  getTariff: tariffs.getTariff,
  listTariffs: tariffs.listTariffs,
  switchTariff: tariffs.switchTariff,
  getSim: sim.getSim,
  blockSim: sim.blockSim,
  unblockSim: sim.unblockSim,
  getBonus: bonus.getBonus,
  listBonusHistory: bonus.listBonusHistory,
  spendBonus: bonus.spendBonus,
  getPromise: promises.getPromise,
  takePromise: promises.takePromise,
  listServices: services.listServices,
  getService: services.getService,
  connectService: services.connectService,
  disconnectService: services.disconnectService,
  listOffers: offers.listOffers,
  getOffer: offers.getOffer,
  acceptOffer: offers.acceptOffer,
  listNews: news.listNews,
  getNews: news.getNews,
  getNewsSubscription: news.getNewsSubscription,
  subscribeToNews: news.subscribeToNews,
  unsubscribeFromNews: news.unsubscribeFromNews,
  listMelodies: tones.listMelodies,
  listMelodyCategories: tones.listMelodyCategories,
  getTones: tones.getTones,
  setTone: tones.setTone,
  removeTone: tones.removeTone,
  disableTones: tones.disableTones,
  listStatusMessages: tones.listStatusMessages,
  setStatusMessage: tones.setStatusMessage,
  clearStatusMessage: tones.clearStatusMessage,
  createGift: gifts.createGift,
  listGifts: gifts.listGifts,
  acceptGift: gifts.acceptGift,
  refuseGift: gifts.refuseGift,
  createPayment: payments.createPayment,
  getPayment: payments.getPayment,
  listPayments: payments.listPayments,
  acquirerCallback: payments.acquirerCallback,
  listAudit: audit.listAudit,
  verifyAudit: audit.verifyAudit,
  createStaffSession: staffSessions.createStaffSession,
  getStaffSession: staffSessions.getStaffSession,
  deleteStaffSession: staffSessions.deleteStaffSession,
  getEnrolment: staffSessions.getEnrolment,
  completeEnrolment: staffSessions.completeEnrolment,
  changeStaffPassword: staffSessions.changeStaffPassword,
  createMember: staffMembers.createMember,
  listMembers: staffMembers.listMembers,
  getMember: staffMembers.getMember,
  disableMember: staffMembers.disableMember,
  resetMember: staffMembers.resetMember,
  issueCredentials: staffIssues.issueCredentials,
  checkIssues: staffIssues.checkIssues,
  getIssueOptions: staffIssues.getIssueOptions,
  reissueCredentials: staffIssues.reissueCredentials,
  findSubscribers: staffSubscribers.findSubscribers,
  getSubscriber: staffSubscribers.getSubscriber,
  getSandboxClock: sandbox.getSandboxClock,
  advanceSandboxClock: sandbox.advanceSandboxClock,
  resetSandboxClock: sandbox.resetSandboxClock,
  listPhoneMessages: phones.listPhoneMessages,
  sendPhoneMessage: phones.sendPhoneMessage,
  getAuthenticatorCode: authenticators.getAuthenticatorCode,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
