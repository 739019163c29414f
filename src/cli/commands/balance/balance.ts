import type { ReplyOf } from '../../../contract/operation.ts';
import { getBalance } from '../../../contract/operations/account.ts';
import { fromWire } from '../../../shared/money.ts';
import { exitCodes } from '../../exit-codes.ts';
import { cell } from '../../render/cells.ts';
import type { Fields, Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { promiseSummary } from '../promise/fields.ts';
import type { balance } from './spec.ts';

export const run: Run<typeof balance> = async (context, { options }) => {
  const client = await context.client();
  const reply = await client.call(getBalance, {});
  const below = options.failBelow !== undefined && fromWire(reply.balance) < options.failBelow;
  return {
    json: { schema: 'balance/1', ...reply },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'msisdn', label: 'field.msisdn', value: cell.msisdn(reply.msisdn) },
          { key: 'balance', label: 'field.balance', value: cell.money(reply.balance) },
          { key: 'held', label: 'field.held', value: cell.money(reply.held) },
          { key: 'state', label: 'field.state', value: cell.lineState(reply.state) },
          {
            key: 'tariff',
            label: 'field.tariff',
            value: cell.name(reply.tariff.id, reply.tariff.name[context.locale]),
          },
          ...outOfTheOrdinary(reply),
        ],
      },
      remainsTable(reply.remains),
    ],
    notes: reply.base_rates_since === null ? [] : [{ key: 'account.base-rates' }],
    exit: below ? exitCodes.below : exitCodes.done,
  };
};

/** Base rates and a promised payment, only while there are such. */
function outOfTheOrdinary({ base_rates_since, promise }: ReplyOf<typeof getBalance>): Fields['rows'] {
  const since = { key: 'base_rates_since', label: 'account.base-rates-since' } as const;
  return [
    ...(base_rates_since === null ? [] : [{ ...since, value: cell.instant(base_rates_since) }]),
    ...promiseSummary(promise),
  ];
}

function remainsTable(remains: ReplyOf<typeof getBalance>['remains']): Table {
  return {
    kind: 'table',
    title: 'balance.remains',
    columns: [
      { label: 'field.package' },
      { label: 'field.remaining', align: 'right' },
      { label: 'field.initial', align: 'right' },
      { label: 'field.valid-until' },
    ],
    rows: remains.map((bucket) => [
      cell.word(bucket.usage_type, `usage-type.${bucket.usage_type}`),
      cell.volume(bucket.remaining, bucket.unit),
      cell.volume(bucket.initial, bucket.unit),
      cell.instant(bucket.valid_until),
    ]),
    empty: 'balance.no-remains',
  };
}
