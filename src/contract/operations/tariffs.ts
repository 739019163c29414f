import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, Id, LocalText, Money, nullable, Timestamp, text } from '../schema.ts';

/** A tariff of the catalogue. Packages are minutes, messages and megabytes (2^20 bytes) per 30 days. */
export const Tariff = Type.Object({
  id: Id,
  name: LocalText,
  summary: LocalText,
  fee: Money,
  switch_price: Money,
  minutes: Type.Integer({ minimum: 0 }),
  sms: Type.Integer({ minimum: 0 }),
  data_megabytes: Type.Integer({ minimum: 0 }),
  /** Base rates: per started minute, per message, per megabyte. */
  rate_voice: Money,
  rate_sms: Money,
  rate_data: Money,
});

export const getTariff = operation({
  id: 'getTariff',
  method: 'GET',
  path: '/v1/tariffs/current',
  summary: 'The tariff of the line and its next fee',
  tag: 'tariffs',
  auth: 'session',
  reply: Type.Object({
    tariff: Tariff,
    since: Timestamp,
    next_fee_at: nullable(Timestamp),
    /** Since when the fee is unpaid, so that base rates apply and there are no packages (R8). */
    base_rates_since: nullable(Timestamp),
    /** The earliest moment of the next switch (R7). */
    switch_not_before: nullable(Timestamp),
  }),
  status: 200,
  errors: [],
});

export const listTariffs = operation({
  id: 'listTariffs',
  method: 'GET',
  path: '/v1/tariffs',
  summary: 'Tariffs that the line may switch to',
  tag: 'tariffs',
  auth: 'session',
  reply: Type.Object({ items: Type.Array(Tariff) }),
  status: 200,
  errors: [],
});

/** R7: the switch price and the first fee are taken at once and unused packages are lost. */
export const switchTariff = operation({
  id: 'switchTariff',
  method: 'POST',
  path: '/v1/tariff-switches',
  summary: 'Switch to another tariff',
  tag: 'tariffs',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object({ tariff: text({ minLength: 1, maxLength: 64 }, 'id') }, { additionalProperties: false }),
  reply: Type.Object({
    from: Type.Object({ id: Id, name: LocalText }),
    to: Tariff,
    switch_price: Money,
    fee: Money,
    total: Money,
    lost: Type.Array(
      Type.Object({
        usage_type: Type.Enum(['voice', 'sms', 'data']),
        unit: Type.Enum(['second', 'message', 'byte']),
        remaining: Type.Integer({ minimum: 0 }),
      }),
    ),
    balance_before: Money,
    balance_after: Money,
    switched_at: Timestamp,
    next_fee_at: Timestamp,
  }),
  status: 201,
  errors: [
    'tariff_not_available',
    'tariff_already_active',
    'tariff_switch_too_soon',
    'insufficient_funds',
    'line_blocked',
    'line_disconnected',
  ],
});
