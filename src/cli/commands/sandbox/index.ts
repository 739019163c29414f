import { type Entry, entry } from '../../spec.ts';
import {
  sandboxAuthenticator,
  sandboxClockAdvance,
  sandboxClockReset,
  sandboxClockShow,
  sandboxPhoneCodes,
  sandboxPhoneInbox,
  sandboxPhoneSend,
  sandboxReset,
  sandboxStart,
  sandboxStatus,
  sandboxStop,
} from './spec.ts';

/** Commands of the sandbox, in the order of the help. */
export const sandboxCommands: readonly Entry[] = [
  entry(sandboxStart, () => import('./start.ts')),
  entry(sandboxStop, () => import('./stop.ts')),
  entry(sandboxStatus, () => import('./status.ts')),
  entry(sandboxReset, () => import('./reset.ts')),
  entry(sandboxClockShow, () => import('./clock/show.ts')),
  entry(sandboxClockAdvance, () => import('./clock/advance.ts')),
  entry(sandboxClockReset, () => import('./clock/reset.ts')),
  entry(sandboxPhoneInbox, () => import('./phone/inbox.ts')),
  entry(sandboxPhoneSend, () => import('./phone/send.ts')),
  entry(sandboxPhoneCodes, () => import('./phone/codes.ts')),
  entry(sandboxAuthenticator, () => import('./authenticator.ts')),
];
