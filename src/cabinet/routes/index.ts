import type { OperationId, Operations } from '../../contract/index.ts';
import type { Route } from '../http/route.ts';
import { getAccountRoute } from './account/getAccount.ts';
import { getBalanceRoute } from './account/getBalance.ts';
import { changePasswordRoute } from './password/changePassword.ts';
import { advanceSandboxClockRoute, getSandboxClockRoute, resetSandboxClockRoute } from './sandbox/clock.ts';
import { createSessionRoute } from './sessions/createSession.ts';
import { deleteCurrentSessionRoute } from './sessions/deleteCurrentSession.ts';
import { getCurrentSessionRoute } from './sessions/getCurrentSession.ts';
import { blockSimRoute } from './sim/blockSim.ts';
import { getSimRoute } from './sim/getSim.ts';
import { unblockSimRoute } from './sim/unblockSim.ts';
import { getTariffRoute } from './tariffs/getTariff.ts';
import { listTariffsRoute } from './tariffs/listTariffs.ts';
import { switchTariffRoute } from './tariffs/switchTariff.ts';
import { acceptGiftRoute } from './tones/acceptGift.ts';
import { createGiftRoute } from './tones/createGift.ts';
import { listGiftsRoute } from './tones/listGifts.ts';
import { listMelodiesRoute } from './tones/listMelodies.ts';
import { refuseGiftRoute } from './tones/refuseGift.ts';
import { listUsageRoute } from './usage/listUsage.ts';

/** The route of every operation of the contract; an operation without one does not compile. */
export const routes: { [Id in OperationId]: Route<Operations[Id]> } = {
  createSession: createSessionRoute,
  getCurrentSession: getCurrentSessionRoute,
  deleteCurrentSession: deleteCurrentSessionRoute,
  changePassword: changePasswordRoute,
  getAccount: getAccountRoute,
  getBalance: getBalanceRoute,
  listUsage: listUsageRoute,
  getTariff: getTariffRoute,
  listTariffs: listTariffsRoute,
  switchTariff: switchTariffRoute,
  getSim: getSimRoute,
  blockSim: blockSimRoute,
  unblockSim: unblockSimRoute,
  listMelodies: listMelodiesRoute,
  createGift: createGiftRoute,
  listGifts: listGiftsRoute,
  acceptGift: acceptGiftRoute,
  refuseGift: refuseGiftRoute,
  getSandboxClock: getSandboxClockRoute,
  advanceSandboxClock: advanceSandboxClockRoute,
  resetSandboxClock: resetSandboxClockRoute,
};
