import type { Client } from '../../../client/client.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { listTariffs, switchTariff } from '../../../contract/operations/tariffs.ts';
import { fromWire } from '../../../shared/money.ts';
import { type Choosable, chooseOne } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import { formatMoney } from '../../render/format.ts';
import type { Fields, Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { balanceRows } from '../account/balance-rows.ts';
import { offerRows } from './fields.ts';
import type { tariffSwitch } from './spec.ts';

type Switched = ReplyOf<typeof switchTariff>;

export const run: Run<typeof tariffSwitch> = async (context, { operands, yes, dryRun }) => {
  const tariff = await chooseOne(context, {
    word: operands.tariff,
    operand: 'TARIFF',
    question: 'tariff.which',
    list: async () => offers(context, await context.client()),
  });
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: switchTariff,
      schema: 'tariff-switch/1',
      input: { body: { tariff } },
      question: 'tariff.switch-question',
      before: (reply) => ({ blocks: [...show(reply, context, 'field.total')] }),
      after: (reply) => ({
        blocks: [show(reply, context, 'field.taken')[0]],
        notes: [{ key: 'tariff.next-show' }],
      }),
      check: 'lisa tariff show',
    },
  );
};

async function offers(context: Context, client: Client): Promise<Choosable[]> {
  const { items } = await client.call(listTariffs, {});
  return items.map(({ id, name, fee }) => ({
    id,
    names: [name.ru, name.en],
    line: `${name[context.locale]} · ${formatMoney(fromWire(fee), context.locale)}`,
  }));
}

/** The switch itself, and the table of what is lost. */
function show(reply: Switched, context: Context, total: 'field.total' | 'field.taken'): [Fields, Table] {
  const { locale } = context;
  const fields: Fields = {
    kind: 'fields',
    rows: [
      { key: 'from', label: 'field.from-tariff', value: cell.name(reply.from.id, reply.from.name[locale]) },
      ...offerRows(reply.to, locale),
      { key: 'switch_price', label: 'field.switch-price', value: cell.money(reply.switch_price) },
      { key: 'total', label: total, value: cell.money(reply.total) },
      ...balanceRows(reply),
      { key: 'next_fee_at', label: 'field.next-fee', value: cell.instant(reply.next_fee_at) },
    ],
  };
  const lost: Table = {
    kind: 'table',
    title: 'tariff.lost',
    columns: [{ label: 'field.package' }, { label: 'field.remaining', align: 'right' }],
    rows: reply.lost.map((bucket) => [
      cell.word(bucket.usage_type, `usage-type.${bucket.usage_type}`),
      cell.volume(bucket.remaining, bucket.unit),
    ]),
    empty: 'tariff.nothing-lost',
  };
  return [fields, lost];
}
