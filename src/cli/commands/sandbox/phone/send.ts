import { sendPhoneMessage } from '../../../../contract/operations/phones.ts';
import { UsageError } from '../../../errors.ts';
import type { Run } from '../../../spec.ts';
import { control } from '../control.ts';
import type { sandboxPhoneSend } from '../spec.ts';
import { inboxTable, phoneOf } from './messages.ts';

export const run: Run<typeof sandboxPhoneSend> = async (context, { operands, options }) => {
  const { to } = options;
  if (to === undefined) throw new UsageError('phone.to-missing');
  if (!/^\d{3,15}$/.test(to)) throw new UsageError('phone.to-bad', { value: to });
  const msisdn = await phoneOf(context, options.number);
  const body = { to, text: operands.text ?? '' };
  const { items } = await control(context, sendPhoneMessage, { params: { msisdn }, body });
  return {
    json: { schema: 'sandbox-phone-send/1', number: msisdn, to, items },
    blocks: [inboxTable(items, 'phone.no-answer')],
  };
};
