import { getTariff } from '../../../contract/operations/tariffs.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { offerRows } from './fields.ts';
import type { tariffShow } from './spec.ts';

export const run: Run<typeof tariffShow> = async (context) => {
  const client = await context.client();
  const reply = await client.call(getTariff, {});
  const unpaid = reply.base_rates_since;
  return {
    json: { schema: 'tariff-show/1', ...reply },
    blocks: [
      {
        kind: 'fields',
        rows: [
          ...offerRows(reply.tariff, context.locale),
          { key: 'since', label: 'field.since', value: cell.instant(reply.since) },
          ...(unpaid === null ? [] : [{ ...baseRates, value: cell.instant(unpaid) }]),
          { key: 'next_fee_at', label: 'field.next-fee', value: cell.instant(reply.next_fee_at) },
          {
            key: 'switch_not_before',
            label: 'field.switch-not-before',
            value: cell.instant(reply.switch_not_before),
          },
        ],
      },
    ],
    notes: unpaid === null ? [] : [{ key: 'account.base-rates' }, { key: 'account.waiting' }],
  };
};

const baseRates = { key: 'base_rates_since', label: 'account.base-rates-since' } as const;
