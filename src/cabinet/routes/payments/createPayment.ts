import { operations } from '../../../contract/index.ts';
import { fromWire, toWire } from '../../../shared/money.ts';
import { mapDone, refuse } from '../../domain/outcome.ts';
import { createPayment, openCheckout, type PaymentAndBalance } from '../../domain/payments/createPayment.ts';
import { mutation } from '../../http/route.ts';
import { paymentToWire } from './shape.ts';

export const createPaymentRoute = mutation(
  operations.createPayment,
  async (tx, { input, subject, now, random, settings, payments }) => {
    const { accountId, timeZone } = subject;
    const amount = fromWire(input.body.amount);
    const acquirer = payments?.acquirer;
    const outcome = await createPayment(tx, { accountId, amount, now, random, settings, acquirer });
    return mapDone(outcome, (created) => toReply(created, timeZone));
  },
  {
    async afterCommit(store, { input, subject, now, payments }, { payment }) {
      if (!payments) return refuse({ kind: 'acquirer_unavailable' });
      const { accountId, timeZone } = subject;
      const language = input.body.language ?? 'ru';
      const request = { accountId, paymentId: payment.id, language, now };
      const outcome = await openCheckout(store, payments.acquirer, request);
      return mapDone(outcome, (opened) => toReply(opened, timeZone));
    },
  },
);

function toReply({ payment, balance }: PaymentAndBalance, timeZone: string) {
  return {
    payment: paymentToWire(payment, timeZone),
    checkout_url: payment.checkout_url,
    balance: toWire(balance),
  };
}
