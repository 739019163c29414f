import type { Insertable } from 'kysely';
import type { Writer } from '../schema.ts';
import type { LineMelodiesTable, ToneServicesTable } from '../schema-tones.ts';

/** Writes the tone service of a line, in place of what it was before. */
export async function putToneService(tx: Writer, row: Insertable<ToneServicesTable>): Promise<void> {
  const { account_id: _account, ...rest } = row;
  await tx
    .insertInto('tone_services')
    .values(row)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(rest))
    .execute();
}

/** Writes what a line has of a melody, in place of what it had before. */
export async function putLineMelody(tx: Writer, row: LineMelodiesTable): Promise<void> {
  const { account_id: _account, melody_id: _melody, ...rest } = row;
  await tx
    .insertInto('line_melodies')
    .values(row)
    .onConflict((conflict) => conflict.columns(['account_id', 'melody_id']).doUpdateSet(rest))
    .execute();
}

/** Of the melodies of a line none is paid for again; with `melodyId` that one is not. */
export async function stopRenewals(tx: Writer, accountId: bigint, melodyId?: string): Promise<void> {
  await tx
    .updateTable('line_melodies')
    .set({ renews: false, next_fee_at: null, paused_since: null })
    .where('account_id', '=', accountId)
    .$if(melodyId !== undefined, (query) => query.where('melody_id', '=', melodyId ?? ''))
    .execute();
}
