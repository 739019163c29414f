import type { Settler } from '../domain/payments/settler.ts';
import type { Job } from './job.ts';

/** What becomes of card payments; their jobs run while the cabinet that took the payments serves. */
export function payments(settler: Settler): Job[] {
  return [
    { name: 'payments', schedule: '*/2 * * * * *', run: () => settler.settleDue() },
    { name: 'acquirer-events', schedule: '0 23 * * * *', run: () => settler.forgetOldEvents() },
  ];
}
