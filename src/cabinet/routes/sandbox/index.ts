import { getAuthenticatorCodeRoute } from './authenticators.ts';
import { advanceSandboxClockRoute, getSandboxClockRoute, resetSandboxClockRoute } from './clock.ts';
import { listPhoneMessagesRoute, sendPhoneMessageRoute } from './phones.ts';

/** The routes of the world around a sandbox's cabinet. */
export const sandboxRoutes = {
  getSandboxClock: getSandboxClockRoute,
  advanceSandboxClock: advanceSandboxClockRoute,
  resetSandboxClock: resetSandboxClockRoute,
  listPhoneMessages: listPhoneMessagesRoute,
  sendPhoneMessage: sendPhoneMessageRoute,
  getAuthenticatorCode: getAuthenticatorCodeRoute,
};
