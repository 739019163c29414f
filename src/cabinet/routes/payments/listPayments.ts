import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { listPayments } from '../../domain/payments/listPayments.ts';
import { read } from '../../http/route.ts';
import { paymentToWire } from './shape.ts';

const PAGE_ROWS = 50;

export const listPaymentsRoute = read(operations.listPayments, async (db, { input, subject }) => {
  const { accountId, timeZone } = subject;
  const { items, next } = await listPayments(db, { limit: PAGE_ROWS, ...input.query, accountId });
  return done({ items: items.map((payment) => paymentToWire(payment, timeZone)), next });
});
