import type { Static } from 'typebox';
import type { Fee as FeeSchema } from '../../../contract/operations/account.ts';
import { toWire } from '../../../shared/money.ts';
import type { Fee } from '../../domain/account/fees.ts';
import { instantOrNull, named } from '../wire.ts';

/** A fee as it travels. */
export function feeToWire(fee: Fee, timeZone: string): Static<typeof FeeSchema> {
  return {
    kind: fee.kind,
    id: fee.of?.id ?? null,
    name: fee.of && named(fee.of),
    amount: toWire(fee.amount),
    period: fee.period,
    state: fee.state,
    next_at: instantOrNull(fee.nextAt, timeZone),
    paused_since: instantOrNull(fee.pausedSince, timeZone),
  };
}
