import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { mapDone } from '../../domain/outcome.ts';
import { getPayment } from '../../domain/payments/getPayment.ts';
import { read } from '../../http/route.ts';
import { paymentToWire } from './shape.ts';

export const getPaymentRoute = read(operations.getPayment, async (db, { input, subject }) => {
  const outcome = await getPayment(db, subject.accountId, input.params.payment);
  return mapDone(outcome, ({ payment, balance }) => ({
    payment: paymentToWire(payment, subject.timeZone),
    balance: toWire(balance),
  }));
});
