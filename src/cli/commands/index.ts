import type { MessageKey } from '../../messages/index.ts';
import { type Entry, entry } from '../spec.ts';
import { accountShow } from './account/spec.ts';
import { balance } from './balance/spec.ts';
import { bonusHistory, bonusShow, bonusSpend } from './bonus/spec.ts';
import {
  cabinetBill,
  cabinetInit,
  cabinetMessages,
  cabinetMigrate,
  cabinetServe,
  cabinetVerify,
} from './cabinet/spec.ts';
import { completion } from './completion/spec.ts';
import { configGet, configList, configSet } from './config/spec.ts';
import { demo } from './demo/spec.ts';
import { detailExport, detailList } from './detail/spec.ts';
import { doctor } from './doctor/spec.ts';
import { help } from './help/spec.ts';
import { login } from './login/spec.ts';
import { logout } from './logout/spec.ts';
import { newsList, newsShow, newsSubscribe, newsUnsubscribe } from './news/spec.ts';
import { offerAccept, offerList, offerShow } from './offer/spec.ts';
import { passwordChange, passwordRecover } from './password/spec.ts';
import { pay } from './pay/spec.ts';
import { paymentList } from './payment/spec.ts';
import { profileList, profileRemove, profileUse } from './profile/spec.ts';
import { promiseShow, promiseTake } from './promise/spec.ts';
import { sandboxCommands } from './sandbox/index.ts';
import { serviceConnect, serviceDisconnect, serviceList, serviceShow } from './service/spec.ts';
import { simBlock, simStatus, simUnblock } from './sim/spec.ts';
import { staffCommands } from './staff/index.ts';
import { status } from './status/spec.ts';
import { supportBundle, supportReplay } from './support/spec.ts';
import { tariffList, tariffShow, tariffSwitch } from './tariff/spec.ts';
import {
  toneAccept,
  toneCatalog,
  toneGift,
  toneGifts,
  toneList,
  toneOff,
  toneRefuse,
  toneRemove,
  toneSet,
} from './tone/spec.ts';
import { toneStatusClear, toneStatusList, toneStatusSet } from './tone/status/spec.ts';

/** What the words that only begin a command are about. */
export const groups: Readonly<Record<string, MessageKey>> = {
  account: 'account.group',
  password: 'password.group',
  profile: 'profile.group',
  config: 'config.group',
  detail: 'detail.group',
  tariff: 'tariff.group',
  service: 'service.group',
  sim: 'sim.group',
  tone: 'tone.group',
  'tone status': 'tone.status-group',
  bonus: 'bonus.group',
  payment: 'payment.group',
  promise: 'promise.group',
  offer: 'offer.group',
  news: 'news.group',
  support: 'support.group',
  sandbox: 'sandbox.group',
  'sandbox clock': 'sandbox.clock-group',
  'sandbox phone': 'phone.group',
  staff: 'staff.group',
  'staff member': 'staff.member-group',
  'staff subscriber': 'staff.subscriber-group',
  'staff audit': 'audit.group',
  cabinet: 'server.group',
};

/** Every command, in the order of the help. */
export const commands: readonly Entry[] = [
  entry(login, () => import('./login/login.ts')),
  entry(logout, () => import('./logout/logout.ts')),
  entry(status, () => import('./status/status.ts')),
  entry(balance, () => import('./balance/balance.ts')),
  entry(accountShow, () => import('./account/show.ts')),
  entry(tariffShow, () => import('./tariff/show.ts')),
  entry(tariffList, () => import('./tariff/list.ts')),
  entry(tariffSwitch, () => import('./tariff/switch.ts')),
  entry(serviceList, () => import('./service/list.ts')),
  entry(serviceShow, () => import('./service/show.ts')),
  entry(serviceConnect, () => import('./service/connect.ts')),
  entry(serviceDisconnect, () => import('./service/disconnect.ts')),
  entry(simStatus, () => import('./sim/status.ts')),
  entry(simBlock, () => import('./sim/block.ts')),
  entry(simUnblock, () => import('./sim/unblock.ts')),
  entry(toneCatalog, () => import('./tone/catalog.ts')),
  entry(toneList, () => import('./tone/list.ts')),
  entry(toneSet, () => import('./tone/set.ts')),
  entry(toneRemove, () => import('./tone/remove.ts')),
  entry(toneOff, () => import('./tone/off.ts')),
  entry(toneStatusList, () => import('./tone/status/list.ts')),
  entry(toneStatusSet, () => import('./tone/status/set.ts')),
  entry(toneStatusClear, () => import('./tone/status/clear.ts')),
  entry(toneGift, () => import('./tone/gift.ts')),
  entry(toneGifts, () => import('./tone/gifts.ts')),
  entry(toneAccept, () => import('./tone/accept.ts')),
  entry(toneRefuse, () => import('./tone/refuse.ts')),
  entry(pay, () => import('./pay/pay.ts')),
  entry(paymentList, () => import('./payment/list.ts')),
  entry(promiseShow, () => import('./promise/show.ts')),
  entry(promiseTake, () => import('./promise/take.ts')),
  entry(bonusShow, () => import('./bonus/show.ts')),
  entry(bonusHistory, () => import('./bonus/history.ts')),
  entry(bonusSpend, () => import('./bonus/spend.ts')),
  entry(offerList, () => import('./offer/list.ts')),
  entry(offerShow, () => import('./offer/show.ts')),
  entry(offerAccept, () => import('./offer/accept.ts')),
  entry(newsList, () => import('./news/list.ts')),
  entry(newsShow, () => import('./news/show.ts')),
  entry(newsSubscribe, () => import('./news/subscribe.ts')),
  entry(newsUnsubscribe, () => import('./news/unsubscribe.ts')),
  entry(passwordChange, () => import('./password/change.ts')),
  entry(passwordRecover, () => import('./password/recover.ts')),
  entry(profileList, () => import('./profile/list.ts')),
  entry(profileUse, () => import('./profile/use.ts')),
  entry(profileRemove, () => import('./profile/remove.ts')),
  entry(configList, () => import('./config/list.ts')),
  entry(configGet, () => import('./config/get.ts')),
  entry(configSet, () => import('./config/set.ts')),
  entry(doctor, () => import('./doctor/doctor.ts')),
  entry(completion, () => import('./completion/completion.ts')),
  entry(detailList, () => import('./detail/list.ts')),
  entry(detailExport, () => import('./detail/export.ts')),
  entry(help, () => import('./help/help.ts')),
  entry(supportReplay, () => import('./support/replay.ts')),
  entry(supportBundle, () => import('./support/bundle.ts')),
  ...sandboxCommands,
  ...staffCommands,
  entry(cabinetServe, () => import('./cabinet/serve.ts')),
  entry(cabinetMigrate, () => import('./cabinet/migrate.ts')),
  entry(cabinetInit, () => import('./cabinet/init.ts')),
  entry(cabinetBill, () => import('./cabinet/bill.ts')),
  entry(cabinetVerify, () => import('./cabinet/verify.ts')),
  entry(cabinetMessages, () => import('./cabinet/messages.ts')),
  entry(demo, () => import('./demo/demo.ts')),
];
