import type { ReplyOf } from '../../../contract/operation.ts';
import { createPayment } from '../../../contract/operations/payments.ts';
import { toWire } from '../../../shared/money.ts';
import type { Context } from '../../context.ts';
import { mutate, type Shown } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields, Result } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { readAskedAmount } from '../../values.ts';
import { cardCell } from '../payment/card.ts';
import type { pay } from './spec.ts';
import { awaitPayment } from './wait.ts';

type Created = ReplyOf<typeof createPayment>;

export const run: Run<typeof pay> = async (context, { operands, options, yes, dryRun }) => {
  const amount = toWire(readAskedAmount(operands.amount));
  let created: Created | undefined;
  const result = await mutate(
    context,
    { yes, dryRun },
    {
      operation: createPayment,
      schema: SCHEMA,
      input: { body: { amount, language: context.locale } },
      question: 'pay.question',
      before: (reply) => ({ blocks: [preview(reply)], notes: [{ key: 'pay.before' }] }),
      after: (reply) => {
        created = reply;
        return { ...show(context, reply), notes: [{ key: 'pay.next-list' }] };
      },
      check: 'lisa payment list',
    },
  );
  if (created === undefined) return result;
  await offerPage(context, created, options.noOpen);
  return options.noWait ? result : await settled(context, created);
};

const SCHEMA = 'pay/1';

/** The address of the page is told whatever else is: it is the only way to pay. */
async function offerPage(context: Context, { checkout_url: url }: Created, noOpen: boolean): Promise<void> {
  if (url === null) return;
  context.warn('pay.page', { url });
  if (noOpen || !context.interactive) return;
  if (await context.host.openBrowser(url)) context.say('pay.opened');
}

async function settled(context: Context, created: Created): Promise<Result> {
  const { payment, balance } = await awaitPayment(context, created);
  const reply = { ...created, payment, balance };
  return {
    ...show(context, reply),
    json: { schema: SCHEMA, dry_run: false, ...reply },
    notes: [{ key: 'pay.done' }],
  };
}

/** What is known before there is a payment. */
function preview({ payment, balance }: Created): Fields {
  return { kind: 'fields', rows: [amountRow(payment), balanceRow(balance)] };
}

function show(context: Context, { payment, balance, checkout_url }: Created): Shown {
  const page = { key: 'checkout_url', label: 'payment.page', value: cell.text(checkout_url) } as const;
  return {
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'payment', label: 'payment.id', value: cell.id(payment.id) },
          amountRow(payment),
          { key: 'state', label: 'field.state', value: cell.paymentState(payment.state) },
          { key: 'card', label: 'payment.card', value: cardCell(context, payment) },
          ...(payment.state === 'captured' ? [] : [page]),
          balanceRow(balance),
        ],
      },
    ],
  };
}

function amountRow({ amount }: Created['payment']) {
  return { key: 'amount', label: 'payment.amount', value: cell.money(amount) } as const;
}

function balanceRow(balance: Created['balance']) {
  return { key: 'balance', label: 'field.balance', value: cell.money(balance) } as const;
}
