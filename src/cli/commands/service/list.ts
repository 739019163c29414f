import { fromWire } from '../../../shared/money.ts';
import { fold } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { cell } from '../../render/cells.ts';
import type { Note, Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { categoryName, feeText, nameCell, type Service } from './fields.ts';
import { readServices } from './services.ts';
import type { serviceList } from './spec.ts';

export const run: Run<typeof serviceList> = async (context, { options }) => {
  if (options.connected && options.available) throw new UsageError('service.connected-and-available');
  const state = options.connected ? 'connected' : options.available ? 'available' : undefined;
  const services = await readServices(context, state);
  const found = services.filter((service) => isOf(service, options.category, context));
  return {
    json: { schema: 'service-list/1', items: found },
    blocks: [context.mode === 'terminal' ? shortTable(found, context) : table(found)],
    notes: notes(found),
  };
};

/** A category may be typed by its code or by the name that `service show` shows. */
function isOf({ category }: Service, wanted: string | undefined, context: Context): boolean {
  if (wanted === undefined) return true;
  return [category, categoryName(category, context)].some((known) => fold(known) === fold(wanted));
}

/** What fits a terminal of 80 columns; a pipe and `--json` have everything. */
function shortTable(services: readonly Service[], context: Context): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'field.id' },
      { label: 'service.name' },
      { label: 'service.state' },
      { label: 'service.once', align: 'right' },
      { label: 'service.fee', align: 'right' },
      { label: 'service.next' },
    ],
    rows: services.map((service) => [
      cell.text(service.id),
      nameCell(service, context),
      cell.serviceState(service.state),
      fromWire(service.connection_fee) === 0n ? cell.none : cell.money(service.connection_fee),
      cell.text(feeText(service, context)),
      cell.day(service.next_fee_at),
    ]),
    empty: 'service.none',
  };
}

function table(services: readonly Service[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'field.id' },
      { label: 'service.name' },
      { label: 'field.category' },
      { label: 'service.state' },
      { label: 'service.connection-fee' },
      { label: 'service.fee' },
      { label: 'service.fee-period' },
      { label: 'field.next-fee' },
      { label: 'service.paused-since' },
    ],
    rows: services.map((service) => [
      cell.text(service.id),
      cell.text(service.name.ru),
      cell.text(service.category),
      cell.serviceState(service.state),
      cell.money(service.connection_fee),
      cell.money(service.fee),
      cell.text(service.fee_period),
      cell.instant(service.next_fee_at),
      cell.instant(service.paused_since),
    ]),
    empty: 'service.none',
  };
}

function notes(services: readonly Service[]): Note[] {
  if (services.length === 0) return [];
  const paused = services.some((service) => service.state === 'paused');
  return [...(paused ? [{ key: 'service.resumes' } as const] : []), { key: 'service.next-show' }];
}
