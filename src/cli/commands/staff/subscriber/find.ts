import { findSubscribers } from '../../../../contract/operations/staff-subscribers.ts';
import { UsageError } from '../../../errors.ts';
import { cell } from '../../../render/cells.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { Run } from '../../../spec.ts';
import type { subscriberFind } from './spec.ts';

/** What the contract takes. */
const SHORTEST = 3;
const LONGEST = 100;
/** More than this nobody reads: a longer query finds fewer. */
const MOST_ROWS = 50;

export const run: Run<typeof subscriberFind> = async (context, { operands }) => {
  const query = operands.query.join(' ').trim();
  if (query.length < SHORTEST || query.length > LONGEST)
    throw new UsageError('staff.bad-query', { shortest: SHORTEST, longest: LONGEST });
  await requireStaff(context);
  const client = await context.client();
  const { items, next } = await client.call(findSubscribers, { query: { query, limit: MOST_ROWS } });
  return {
    json: { schema: 'staff-subscriber-find/1', items, next },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'field.account' },
          { label: 'field.msisdn' },
          { label: 'field.holder' },
          { label: 'field.state' },
          { label: 'field.network-login', spare: true },
          { label: 'field.contract', spare: true },
          { label: 'field.region', spare: true },
        ],
        rows: items.map((found) => [
          cell.text(found.account_id),
          cell.msisdn(found.msisdn),
          cell.text(found.holder),
          cell.lineState(found.state),
          cell.text(found.network_login),
          cell.text(found.contract_number),
          cell.name(found.region.code, found.region.name[context.locale]),
        ]),
        empty: 'staff.nobody-found',
      },
    ],
    notes: next === null ? [] : [{ key: 'staff.more-found', params: { count: MOST_ROWS } }],
  };
};
