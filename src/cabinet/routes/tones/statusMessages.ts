import { operations } from '../../../contract/index.ts';
import { done, mapDone } from '../../domain/outcome.ts';
import {
  clearStatusMessage,
  listStatusMessages,
  setStatusMessage,
} from '../../domain/tones/statusMessages.ts';
import { mutation, read } from '../../http/route.ts';
import { currentStatusToWire, statusMessageToWire } from './settings-shape.ts';

export const listStatusMessagesRoute = read(operations.listStatusMessages, async (db, { subject, now }) => {
  const { accountId, timeZone } = subject;
  const { items, current } = await listStatusMessages(db, { accountId, now });
  return done({
    items: items.map(statusMessageToWire),
    current: current ? currentStatusToWire(current, timeZone) : null,
  });
});

export const setStatusMessageRoute = mutation(
  operations.setStatusMessage,
  async (tx, { input, subject, now }) => {
    const { accountId, timeZone } = subject;
    const { message: statusId, minutes = null } = input.body;
    const outcome = await setStatusMessage(tx, { accountId, statusId, minutes, now });
    return mapDone(outcome, ({ current, toneService }) => ({
      current: currentStatusToWire(current, timeZone),
      tone_service: toneService,
    }));
  },
);

export const clearStatusMessageRoute = mutation(
  operations.clearStatusMessage,
  async (tx, { subject, now }) => {
    const { accountId, timeZone } = subject;
    const cleared = await clearStatusMessage(tx, { accountId, now });
    return done({ cleared: cleared ? currentStatusToWire(cleared, timeZone) : null });
  },
);
