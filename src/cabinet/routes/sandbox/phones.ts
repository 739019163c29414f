import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { inSandbox } from '../../http/route.ts';

export const listPhoneMessagesRoute = inSandbox(operations.listPhoneMessages, async ({ phones }, { input }) =>
  done({ items: await phones.messages(input.params.msisdn) }),
);

export const sendPhoneMessageRoute = inSandbox(operations.sendPhoneMessage, async (sandbox, { input }) => {
  sandbox.clock.act();
  return done({ items: await sandbox.phones.send(input.params.msisdn, input.body) });
});
