import Type from 'typebox';
import { operation } from '../operation.ts';
import {
  AskedMoney,
  DryRunQuery,
  Id,
  Money,
  nullable,
  oneOf,
  PageQuery,
  pageOf,
  Timestamp,
} from '../schema.ts';

/** R13. A bonus is worth a rouble. */
export const getBonus = operation({
  id: 'getBonus',
  method: 'GET',
  path: '/v1/bonus',
  summary: 'The bonus account: balance, rate, next posting, next expiry',
  tag: 'bonus',
  auth: 'session',
  reply: Type.Object({
    balance: Money,
    /** Percent of spending, by the tenure of the line. */
    rate_percent: Type.Integer({ minimum: 0 }),
    next_posting_at: nullable(Timestamp),
    /** Oldest first: the order in which they are spent. */
    lots: Type.Array(
      Type.Object({ initial: Money, remaining: Money, granted_at: Timestamp, expires_at: Timestamp }),
    ),
  }),
  status: 200,
  errors: [],
});

export const listBonusHistory = operation({
  id: 'listBonusHistory',
  method: 'GET',
  path: '/v1/bonus/history',
  summary: 'Movements of the bonus account, newest first',
  tag: 'bonus',
  auth: 'session',
  query: Type.Object({ ...PageQuery, after: Type.Optional(Type.String({ format: 'uuid' })) }),
  reply: pageOf(
    Type.Object({
      id: Id,
      at: Timestamp,
      kind: oneOf('posted', 'spent', 'expired'),
      /** Negative for what left the account. */
      amount: Money,
    }),
  ),
  status: 200,
  errors: [],
});

/** Moves bonuses to the balance of the line, oldest first (R13). */
export const spendBonus = operation({
  id: 'spendBonus',
  method: 'POST',
  path: '/v1/bonus/spendings',
  summary: 'Turn bonuses into money on the balance',
  tag: 'bonus',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object({ amount: AskedMoney }, { additionalProperties: false }),
  reply: Type.Object({
    spent: Money,
    bonus_before: Money,
    bonus_after: Money,
    balance_before: Money,
    /** What had waited for money and was taken at once (R8, R10). */
    fees_taken: Money,
    balance_after: Money,
  }),
  status: 201,
  errors: ['bonus_insufficient', 'line_disconnected'],
});
