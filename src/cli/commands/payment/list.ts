import { listPayments } from '../../../contract/operations/payments.ts';
import { collect } from '../../pages.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { cardCell } from './card.ts';
import type { paymentList } from './spec.ts';

export const run: Run<typeof paymentList> = async (context) => {
  const client = await context.client();
  const items = await collect((query) => client.call(listPayments, { query }));
  return {
    json: { schema: 'payment-list/1', items },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'payment.id' },
          { label: 'payment.created' },
          { label: 'payment.amount', align: 'right' },
          { label: 'field.state' },
          { label: 'payment.card' },
          { label: 'payment.reason' },
        ],
        rows: items.map((payment) => [
          cell.id(payment.id),
          cell.instant(payment.created_at),
          cell.money(payment.amount),
          cell.paymentState(payment.state),
          cardCell(context, payment),
          payment.decline_reason === null
            ? cell.none
            : cell.word(payment.decline_reason, `payment.reason-${payment.decline_reason}`),
        ]),
        empty: 'payment.none',
      },
    ],
    notes: items.some(({ state }) => state === 'unknown') ? [{ key: 'payment.unknown-note' }] : [],
  };
};
