import type { LineMelodiesTable, Writer } from '../schema.ts';

/** Switches the tone service on from `at`, whether the subscriber ever had it or not. */
export async function activateToneService(tx: Writer, accountId: bigint, at: Date): Promise<void> {
  await tx
    .insertInto('tone_services')
    .values({ account_id: accountId, state: 'active', connected_at: at })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ state: 'active', connected_at: at }),
    )
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
