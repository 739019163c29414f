import { fromWire, type WireMoney } from '../../../shared/money.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';

/** What a mutation did to the balance; fees that had waited for the money are told only when there were such. */
export function balanceRows(reply: {
  balance_before: WireMoney;
  fees_taken?: WireMoney;
  balance_after: WireMoney;
}): Fields['rows'] {
  const { balance_before, fees_taken, balance_after } = reply;
  return [
    { key: 'balance_before', label: 'field.balance-before', value: cell.money(balance_before) },
    ...(fees_taken && fromWire(fees_taken) !== 0n
      ? [{ key: 'fees_taken', label: 'account.fees-taken' as const, value: cell.money(fees_taken) }]
      : []),
    { key: 'balance_after', label: 'field.balance-after', value: cell.money(balance_after) },
  ];
}
