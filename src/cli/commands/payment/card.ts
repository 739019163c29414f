import type { Static } from 'typebox';
import type { Payment } from '../../../contract/operations/payments.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import type { Cell } from '../../render/result.ts';

/** The card of a payment, once it is known: «Mir •0004»; in a pipe «mir 0004». */
export function cardCell({ t }: Context, { brand, last4 }: Static<typeof Payment>): Cell {
  if (brand === null || last4 === null) return cell.none;
  return cell.name(`${brand} ${last4}`, `${t(`payment.brand-${brand}`)} •${last4}`);
}
