import type { Writer } from '../schema.ts';
import type { SmsFragmentsTable } from '../schema-messages.ts';

export type FragmentRow = SmsFragmentsTable;

type Whole = Pick<FragmentRow, 'msisdn' | 'recipient' | 'reference' | 'total'>;

/** Picked one by one: whoever calls may know more of a message than its columns. */
function columnsOf({ msisdn, recipient, reference, total }: Whole): Whole {
  return { msisdn, recipient, reference, total };
}

/** The pieces of a message that have come in, in order. */
export function readFragments(tx: Writer, whole: Whole): Promise<FragmentRow[]> {
  return tx
    .selectFrom('sms_fragments')
    .selectAll()
    .where((fragment) => fragment.and(columnsOf(whole)))
    .orderBy('part')
    .execute();
}

/** Keeps a piece; the same one again changes nothing. */
export async function insertFragment(tx: Writer, row: FragmentRow): Promise<void> {
  await tx
    .insertInto('sms_fragments')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Notes that the message is whole, and forgets what was in it. */
export async function closeFragments(tx: Writer, whole: Whole, at: Date): Promise<void> {
  await tx
    .updateTable('sms_fragments')
    .set({ joined_at: at, content: Buffer.alloc(0) })
    .where((fragment) => fragment.and(columnsOf(whole)))
    .execute();
}

/** Makes room for another message under the same number. */
export async function deleteFragments(tx: Writer, whole: Whole): Promise<void> {
  await tx
    .deleteFrom('sms_fragments')
    .where((fragment) => fragment.and(columnsOf(whole)))
    .execute();
}
