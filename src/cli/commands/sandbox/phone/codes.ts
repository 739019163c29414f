import type { ReplyOf } from '../../../../contract/operation.ts';
import { listPhoneMessages } from '../../../../contract/operations/phones.ts';
import { cell } from '../../../render/cells.ts';
import type { Cell } from '../../../render/result.ts';
import type { Run } from '../../../spec.ts';
import { control } from '../control.ts';
import type { sandboxPhoneCodes } from '../spec.ts';
import { phoneOf } from './messages.ts';

type Purpose = ReplyOf<typeof listPhoneMessages>['items'][number]['codes'][number]['purpose'];

export const run: Run<typeof sandboxPhoneCodes> = async (context, { options }) => {
  const msisdn = await phoneOf(context, options.number);
  const { items } = await control(context, listPhoneMessages, { params: { msisdn } });
  const codes = items
    .filter(({ direction }) => direction === 'received')
    .flatMap((message) =>
      message.codes.map((code) => ({ ...code, received_at: message.at, from: message.peer })),
    )
    .reverse();
  return {
    json: { schema: 'sandbox-phone-codes/1', number: msisdn, items: codes },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'phone.column-code' },
          { label: 'phone.column-purpose' },
          { label: 'phone.column-from' },
          { label: 'phone.column-valid-until' },
        ],
        rows: codes.map(({ code, purpose, from, valid_until }) => [
          cell.text(code),
          purposeCell(purpose),
          cell.text(from),
          cell.instant(valid_until),
        ]),
        empty: 'phone.no-codes',
      },
    ],
  };
};

function purposeCell(purpose: Purpose): Cell {
  return cell.word(purpose, `phone.purpose-${purpose}`);
}
