import type { ReplyOf } from '../../../../contract/operation.ts';
import type { listPhoneMessages } from '../../../../contract/operations/phones.ts';
import type { MessageKey } from '../../../../messages/index.ts';
import { parseMsisdn } from '../../../../shared/msisdn.ts';
import type { Context } from '../../../context.ts';
import { cell } from '../../../render/cells.ts';
import type { Table } from '../../../render/result.ts';

type PhoneMessage = ReplyOf<typeof listPhoneMessages>['items'][number];

/** The phone that was asked for, or the one of the subscriber whom the documentation speaks of. */
export async function phoneOf({ host }: Context, asked: string | undefined): Promise<string> {
  return asked ?? (await host.sandbox()).demo.msisdn;
}

/** Messages that came to a phone. */
export function inboxTable(messages: readonly PhoneMessage[], empty: MessageKey): Table {
  return {
    kind: 'table',
    columns: [{ label: 'phone.column-at' }, { label: 'phone.column-from' }, { label: 'phone.column-text' }],
    rows: messages.map(({ at, peer, text }) => [
      cell.instant(at),
      parseMsisdn(peer) === peer ? cell.msisdn(peer) : cell.text(peer),
      cell.text(text),
    ]),
    empty,
  };
}
