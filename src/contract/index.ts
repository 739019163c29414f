import * as account from './operations/account.ts';
import * as password from './operations/password.ts';
import * as sandbox from './operations/sandbox.ts';
import * as sessions from './operations/sessions.ts';
import * as sim from './operations/sim.ts';
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
  listMelodies: tones.listMelodies,
  createGift: tones.createGift,
  listGifts: tones.listGifts,
  acceptGift: tones.acceptGift,
  refuseGift: tones.refuseGift,
  getSandboxClock: sandbox.getSandboxClock,
  advanceSandboxClock: sandbox.advanceSandboxClock,
  resetSandboxClock: sandbox.resetSandboxClock,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
