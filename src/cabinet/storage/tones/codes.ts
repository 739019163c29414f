import type { Selectable } from 'kysely';
import type { Reader, Writer } from '../schema.ts';
import type { ToneGiftsTable } from '../schema-tones.ts';

export type CodedGiftRow = Pick<
  Selectable<ToneGiftsTable>,
  'gift_id' | 'accept_code_hash' | 'refuse_code_hash' | 'state'
>;

/** The newest `limit` gifts that this line was offered, answered or not, with the hashes of their codes. */
export function readCodedGifts(
  db: Reader,
  recipientAccountId: bigint,
  limit: number,
): Promise<CodedGiftRow[]> {
  return db
    .selectFrom('tone_gift_inbox as inbox')
    .innerJoin('tone_gifts as gift', (join) =>
      join
        .onRef('gift.account_id', '=', 'inbox.giver_account_id')
        .onRef('gift.gift_id', '=', 'inbox.gift_id'),
    )
    .select(['gift.gift_id', 'gift.accept_code_hash', 'gift.refuse_code_hash', 'gift.state'])
    .where('inbox.account_id', '=', recipientAccountId)
    .orderBy('inbox.gift_id', 'desc')
    .limit(limit)
    .execute();
}

/** Wrong codes of a line since the first of them (R11); undefined when it never sent one. */
export function readCodeFailures(
  db: Reader,
  accountId: bigint,
): Promise<{ failures: number; since: Date } | undefined> {
  return db
    .selectFrom('gift_code_failures')
    .select(['failures', 'since'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export async function putCodeFailures(
  tx: Writer,
  row: { account_id: bigint; failures: number; since: Date },
): Promise<void> {
  const { failures, since } = row;
  await tx
    .insertInto('gift_code_failures')
    .values(row)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ failures, since }))
    .execute();
}
