import type { Writer } from '../schema.ts';

/** Marks an offer to a line as accepted; the caller holds the lock of the account. */
export async function acceptLineOffer(
  tx: Writer,
  { accountId, offerId, at }: { accountId: bigint; offerId: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('line_offers')
    .set({ state: 'accepted', accepted_at: at })
    .where('account_id', '=', accountId)
    .where('offer_id', '=', offerId)
    .execute();
}
