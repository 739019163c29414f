import type { SmsLogRow } from '../../cabinet-port.ts';
import { cell } from '../../render/cells.ts';
import type { Cell, Table } from '../../render/result.ts';
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
  return {
    json: { schema: 'cabinet-messages/1', items: messages.map(wire) },
    blocks: [context.mode === 'terminal' ? shortTable(messages) : table(messages)],
  };
};

/** What fits a terminal of 80 columns; a pipe and `--json` have everything. */
function shortTable(messages: readonly SmsLogRow[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'server.sms-at' },
      { label: 'server.sms-number' },
      { label: 'server.sms-state' },
      { label: 'server.sms-text' },
    ],
    rows: messages.map((sms) => [
      cell.instant(sms.at),
      cell.msisdn(sms.msisdn),
      state(sms),
      cell.text(sms.text),
    ]),
    empty: 'server.sms-none',
  };
}

function table(messages: readonly SmsLogRow[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'server.sms-at' },
      { label: 'server.sms-number' },
      { label: 'server.sms-state' },
      { label: 'server.sms-peer' },
      { label: 'server.account' },
      { label: 'server.sms-settled' },
      { label: 'server.sms-failure' },
      { label: 'server.sms-attempts' },
      { label: 'server.sms-text' },
    ],
    rows: messages.map((sms) => [
      cell.instant(sms.at),
      cell.msisdn(sms.msisdn),
      state(sms),
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

function state(sms: SmsLogRow): Cell {
  return cell.word(sms.state, `server.sms-${sms.state}`);
}

function wire({ settledAt, msisdn, ...sms }: SmsLogRow): Record<string, unknown> {
  return { ...sms, number: msisdn, settled_at: settledAt };
}
