import { listPhoneMessages } from '../../../../contract/operations/phones.ts';
import type { Run } from '../../../spec.ts';
import { control } from '../control.ts';
import type { sandboxPhoneInbox } from '../spec.ts';
import { inboxTable, phoneOf } from './messages.ts';

export const run: Run<typeof sandboxPhoneInbox> = async (context, { options }) => {
  const msisdn = await phoneOf(context, options.number);
  const { items } = await control(context, listPhoneMessages, { params: { msisdn } });
  const received = items.filter(({ direction }) => direction === 'received');
  return {
    json: { schema: 'sandbox-phone-inbox/1', number: msisdn, items: received },
    blocks: [inboxTable(received, 'phone.empty')],
  };
};
