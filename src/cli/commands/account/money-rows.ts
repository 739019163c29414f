import { fromWire, type WireMoney } from '../../../shared/money.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';

/** What money that came in did to the balance; what had waited for it is told only when there was something. */
export function balanceRows(reply: {
  balance_before: WireMoney;
  fees_taken: WireMoney;
  balance_after: WireMoney;
}): Fields['rows'] {
  const taken: Fields['rows'] = [
    { key: 'fees_taken', label: 'account.fees-taken', value: cell.money(reply.fees_taken) },
  ];
  return [
    { key: 'balance_before', label: 'field.balance-before', value: cell.money(reply.balance_before) },
    ...(fromWire(reply.fees_taken) === 0n ? [] : taken),
    { key: 'balance_after', label: 'field.balance-after', value: cell.money(reply.balance_after) },
  ];
}
