import type { Kopecks } from '../../../shared/money.ts';
import { type DueKind, dueKinds } from '../../storage/billing/dues.ts';
import type { Tally } from '../../storage/billing/items.ts';

/** What a run did, by kind, in the order of the kinds; kinds of which there was nothing are left out. */
export type BillingReport = {
  kind: DueKind;
  done: number;
  amount: Kopecks;
  paused: number;
  resumed: number;
}[];

/** Adds up what batches did. */
export function totals() {
  const sums = new Map<DueKind, Tally>();
  return {
    add(tallies: readonly Tally[]): void {
      for (const { kind, done, amount, paused, resumed } of tallies) {
        const sum = sums.get(kind) ?? { kind, done: 0, amount: 0n, paused: 0, resumed: 0 };
        sums.set(kind, {
          kind,
          done: sum.done + done,
          amount: sum.amount + amount,
          paused: sum.paused + paused,
          resumed: sum.resumed + resumed,
        });
      }
    },
    done: () => [...sums.values()].reduce((count, { done, paused }) => count + done + paused, 0),
    report: (): BillingReport => dueKinds.flatMap((kind) => sums.get(kind) ?? []),
  };
}
