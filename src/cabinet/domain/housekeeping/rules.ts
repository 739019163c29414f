import { DAY_MS } from '../../../shared/period.ts';

/** How long what is over is kept, for support and for clients that come back late. */
export const KEPT_MS = 30 * DAY_MS;

/**
 * The mutations that move no money. Only their idempotency keys are forgotten: a key of any other operation is kept as
 * long as the ledger, so that a request repeated however late never moves money twice. What the staff do moves none, and
 * its trail is never touched.
 */
export const forgettable = [
  'changePassword',
  'blockSim',
  'unblockSim',
  'refuseGift',
  'removeTone',
  'disableTones',
  'setStatusMessage',
  'clearStatusMessage',
  'disconnectService',
  'subscribeToNews',
  'unsubscribeFromNews',
];
