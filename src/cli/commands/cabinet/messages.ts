import type { SmsLogRow } from '../../cabinet-port.ts';
import { cell } from '../../render/cells.ts';
import type { Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended } from './setup.ts';
import type { cabinetMessages } from './spec.ts';

const SHOWN = 50;

export const run: Run<typeof cabinetMessages> = async (context, { options }) => {
  const port = await context.host.cabinet();
  const { messages } = mended(
    await port.messages({
      database: databaseOf(context, options.database),
      msisdn: options.to,
      limit: options.limit ?? SHOWN,
    }),
  );
  return { json: { schema: 'cabinet-messages/1', items: messages.map(wire) }, blocks: [table(messages)] };
};

function table(messages: readonly SmsLogRow[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'server.sms-at' },
      { label: 'server.sms-number' },
      { label: 'server.sms-state' },
      { label: 'server.sms-peer', spare: true },
      { label: 'server.account', spare: true },
      { label: 'server.sms-settled', spare: true },
      { label: 'server.sms-failure', spare: true },
      { label: 'server.sms-attempts', spare: true },
      { label: 'server.sms-text' },
    ],
    rows: messages.map((sms) => [
      cell.instant(sms.at),
      cell.msisdn(sms.msisdn),
      cell.word(sms.state, `server.sms-${sms.state}`),
      cell.text(sms.peer),
      cell.text(sms.account),
      cell.instant(sms.settledAt),
      cell.text(sms.failure),
      cell.number(sms.attempts),
      cell.text(sms.text),
    ]),
    empty: 'server.sms-none',
  };
}

function wire({ settledAt, msisdn, ...sms }: SmsLogRow): Record<string, unknown> {
  return { ...sms, number: msisdn, settled_at: settledAt };
}
