import type { OperationId, Operations } from '../../contract/index.ts';
import type { Route } from '../http/route.ts';
import { getAccountRoute } from './account/getAccount.ts';
import { getBalanceRoute } from './account/getBalance.ts';
import { getBonusRoute } from './bonus/getBonus.ts';
import { listBonusHistoryRoute } from './bonus/listBonusHistory.ts';
import { spendBonusRoute } from './bonus/spendBonus.ts';
import { getNewsRoute } from './news/getNews.ts';
import { getNewsSubscriptionRoute } from './news/getNewsSubscription.ts';
import { listNewsRoute } from './news/listNews.ts';
import { subscribeToNewsRoute } from './news/subscribeToNews.ts';
import { unsubscribeFromNewsRoute } from './news/unsubscribeFromNews.ts';
import { acceptOfferRoute } from './offers/acceptOffer.ts';
import { getOfferRoute } from './offers/getOffer.ts';
import { listOffersRoute } from './offers/listOffers.ts';
import { changePasswordRoute } from './password/changePassword.ts';
import { acquirerCallbackRoute } from './payments/acquirerCallback.ts';
import { createPaymentRoute } from './payments/createPayment.ts';
import { getPaymentRoute } from './payments/getPayment.ts';
import { listPaymentsRoute } from './payments/listPayments.ts';
import { getPromiseRoute } from './promises/getPromise.ts';
import { takePromiseRoute } from './promises/takePromise.ts';
import { sandboxRoutes } from './sandbox/index.ts';
import { connectServiceRoute } from './services/connectService.ts';
import { disconnectServiceRoute } from './services/disconnectService.ts';
import { getServiceRoute } from './services/getService.ts';
import { listServicesRoute } from './services/listServices.ts';
import { createSessionRoute } from './sessions/createSession.ts';
import { deleteCurrentSessionRoute } from './sessions/deleteCurrentSession.ts';
import { getCurrentSessionRoute } from './sessions/getCurrentSession.ts';
import { blockSimRoute } from './sim/blockSim.ts';
import { getSimRoute } from './sim/getSim.ts';
import { unblockSimRoute } from './sim/unblockSim.ts';
import { staffRoutes } from './staff/index.ts';
import { getTariffRoute } from './tariffs/getTariff.ts';
import { listTariffsRoute } from './tariffs/listTariffs.ts';
import { switchTariffRoute } from './tariffs/switchTariff.ts';
import { acceptGiftRoute } from './tones/acceptGift.ts';
import { createGiftRoute } from './tones/createGift.ts';
import { disableTonesRoute } from './tones/disableTones.ts';
import { getTonesRoute } from './tones/getTones.ts';
import { listGiftsRoute } from './tones/listGifts.ts';
import { listMelodiesRoute } from './tones/listMelodies.ts';
import { listMelodyCategoriesRoute } from './tones/listMelodyCategories.ts';
import { refuseGiftRoute } from './tones/refuseGift.ts';
import { removeToneRoute } from './tones/removeTone.ts';
import { setToneRoute } from './tones/setTone.ts';
import {
  clearStatusMessageRoute,
  listStatusMessagesRoute,
  setStatusMessageRoute,
} from './tones/statusMessages.ts';
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
  getBonus: getBonusRoute,
  listBonusHistory: listBonusHistoryRoute,
  spendBonus: spendBonusRoute,
  getPromise: getPromiseRoute,
  takePromise: takePromiseRoute,
  listServices: listServicesRoute,
  getService: getServiceRoute,
  connectService: connectServiceRoute,
  disconnectService: disconnectServiceRoute,
  listOffers: listOffersRoute,
  getOffer: getOfferRoute,
  acceptOffer: acceptOfferRoute,
  listNews: listNewsRoute,
  getNews: getNewsRoute,
  getNewsSubscription: getNewsSubscriptionRoute,
  subscribeToNews: subscribeToNewsRoute,
  unsubscribeFromNews: unsubscribeFromNewsRoute,
  listMelodies: listMelodiesRoute,
  listMelodyCategories: listMelodyCategoriesRoute,
  getTones: getTonesRoute,
  setTone: setToneRoute,
  removeTone: removeToneRoute,
  disableTones: disableTonesRoute,
  listStatusMessages: listStatusMessagesRoute,
  setStatusMessage: setStatusMessageRoute,
  clearStatusMessage: clearStatusMessageRoute,
  createGift: createGiftRoute,
  listGifts: listGiftsRoute,
  acceptGift: acceptGiftRoute,
  refuseGift: refuseGiftRoute,
  createPayment: createPaymentRoute,
  getPayment: getPaymentRoute,
  listPayments: listPaymentsRoute,
  acquirerCallback: acquirerCallbackRoute,
  ...staffRoutes,
  ...sandboxRoutes,
};
