import type { Static } from 'typebox';
import type { Fee as FeeSchema } from '../../../contract/operations/account.ts';
import type { MessageKey } from '../../../messages/index.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import type { Cell, Table } from '../../render/result.ts';

export type Fee = Static<typeof FeeSchema>;

/** What is taken by itself. A terminal is told of states only when something waits for money. */
export function feesTable(fees: readonly Fee[], context: Context, title: MessageKey): Table {
  return context.mode === 'terminal' ? shortTable(fees, context, title) : table(fees, context, title);
}

/** Whether something waits for money. */
export function isWaiting(fees: readonly Fee[]): boolean {
  return fees.some((fee) => fee.state === 'paused');
}

const amountAndPeriod = [
  { label: 'account.fee-amount', align: 'right' },
  { label: 'account.fee-period' },
] as const;

function shortTable(fees: readonly Fee[], context: Context, title: MessageKey): Table {
  const special = isWaiting(fees);
  const dated = fees.some((fee) => fee.next_at !== null);
  return {
    kind: 'table',
    title,
    columns: [
      { label: 'account.fee-name' },
      ...amountAndPeriod,
      ...(dated ? [{ label: 'account.fee-next' } as const] : []),
      ...(special ? [{ label: 'field.state' } as const] : []),
    ],
    rows: fees.map((fee) => [
      cell.name(fee.kind, nameOf(fee, context)),
      cell.money(fee.amount),
      period(fee),
      ...(dated ? [cell.instant(fee.next_at)] : []),
      ...(special ? [cell.feeState(fee.state)] : []),
    ]),
    empty: 'account.no-fees',
  };
}

function table(fees: readonly Fee[], context: Context, title: MessageKey): Table {
  return {
    kind: 'table',
    title,
    columns: [
      { label: 'account.fee-name' },
      { label: 'field.id' },
      ...amountAndPeriod,
      { label: 'field.state' },
      { label: 'account.fee-next' },
      { label: 'account.fee-paused-since' },
    ],
    rows: fees.map((fee) => [
      cell.name(fee.kind, nameOf(fee, context)),
      cell.text(fee.id),
      cell.money(fee.amount),
      period(fee),
      cell.feeState(fee.state),
      cell.instant(fee.next_at),
      cell.instant(fee.paused_since),
    ]),
    empty: 'account.no-fees',
  };
}

function nameOf({ kind, name }: Fee, { t, locale }: Context): string {
  return t(`account.fee-${kind}`, { name: name?.[locale] ?? '' });
}

function period(fee: Fee): Cell {
  return cell.word(fee.period, `account.period-${fee.period}`);
}
