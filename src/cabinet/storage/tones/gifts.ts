import { type Insertable, type Selectable, sql } from 'kysely';
import type { Reader, Writer } from '../schema.ts';
import type { MelodiesTable, ToneGiftsTable } from '../schema-tones.ts';

export type GiftRow = Selectable<ToneGiftsTable>;

/** A gift as one of its sides sees it, with its melody. */
export type SidedGiftRow = GiftRow & { side: 'given' | 'received' } & Pick<
    MelodiesTable,
    'title_ru' | 'title_en' | 'artist_ru' | 'artist_en'
  >;

/** Gifts given and received, newest first: ids are UUIDv7, so they sort by time. Begins behind the gift `after`. */
export async function readGifts(
  db: Reader,
  query: { accountId: bigint; after?: string | undefined; limit: number },
): Promise<SidedGiftRow[]> {
  const { accountId, limit } = query;
  const behind = query.after === undefined ? sql`true` : sql`s.gift_id < ${query.after}::uuid`;
  const { rows } = await sql<SidedGiftRow>`
    with sides as (
      (select s.account_id, s.gift_id, 'given' as side from tone_gifts s
       where s.account_id = ${accountId} and ${behind} order by s.gift_id desc limit ${limit})
      union all
      (select s.giver_account_id, s.gift_id, 'received' from tone_gift_inbox s
       where s.account_id = ${accountId} and ${behind} order by s.gift_id desc limit ${limit}))
    select g.*, sides.side, m.title_ru, m.title_en, m.artist_ru, m.artist_en
    from sides
    join tone_gifts g using (account_id, gift_id)
    join melodies m on m.melody_id = g.melody_id
    order by g.gift_id desc limit ${limit}`.execute(db);
  return rows;
}

/** Whether the giver's offer of this melody to this recipient still waits for an answer at `now`. */
export async function hasPendingGift(
  db: Reader,
  offer: { accountId: bigint; recipientAccountId: bigint; melodyId: string; now: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('tone_gifts')
    .select('gift_id')
    .where('account_id', '=', offer.accountId)
    .where('recipient_account_id', '=', offer.recipientAccountId)
    .where('melody_id', '=', offer.melodyId)
    .where('state', '=', 'pending')
    .where('expires_at', '>', offer.now)
    .executeTakeFirst();
  return row !== undefined;
}

/** A gift that was offered to this recipient, locked until the transaction ends; undefined when there is none. */
export async function lockReceivedGift(
  tx: Writer,
  recipientAccountId: bigint,
  giftId: string,
): Promise<GiftRow | undefined> {
  const inbox = await tx
    .selectFrom('tone_gift_inbox')
    .select('giver_account_id')
    .where('account_id', '=', recipientAccountId)
    .where('gift_id', '=', giftId)
    .executeTakeFirst();
  if (!inbox) return undefined;
  return tx
    .selectFrom('tone_gifts')
    .selectAll()
    .where('account_id', '=', inbox.giver_account_id)
    .where('gift_id', '=', giftId)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes an offer on the giver's side and into the recipient's inbox. */
export async function insertGift(tx: Writer, gift: Insertable<ToneGiftsTable>): Promise<void> {
  await tx.insertInto('tone_gifts').values(gift).execute();
  await tx
    .insertInto('tone_gift_inbox')
    .values({
      account_id: gift.recipient_account_id,
      gift_id: gift.gift_id,
      giver_account_id: gift.account_id,
    })
    .execute();
}

/** Ends the wait of a gift that `lockReceivedGift` has locked; one that nobody answers is ended by billing. */
export async function settleGift(
  tx: Writer,
  gift: Pick<GiftRow, 'account_id' | 'gift_id'>,
  state: 'accepted' | 'refused',
  at: Date,
): Promise<void> {
  await tx
    .updateTable('tone_gifts')
    .set({ state, settled_at: at })
    .where('account_id', '=', gift.account_id)
    .where('gift_id', '=', gift.gift_id)
    .execute();
}
