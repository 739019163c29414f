import type { Selectable } from 'kysely';
import type { Reader, Writer } from '../schema.ts';
import type { LineStatusMessagesTable, StatusMessagesTable } from '../schema-tones.ts';

/** The status message of a line, with its texts. */
export type LineStatusRow = Selectable<LineStatusMessagesTable> & Selectable<StatusMessagesTable>;

/** The catalogue of status messages, in its order. */
export function readStatusMessages(db: Reader): Promise<StatusMessagesTable[]> {
  return db.selectFrom('status_messages').selectAll().orderBy('position').orderBy('status_id').execute();
}

export function findStatusMessage(db: Reader, statusId: string): Promise<StatusMessagesTable | undefined> {
  return db.selectFrom('status_messages').selectAll().where('status_id', '=', statusId).executeTakeFirst();
}

/** The status message that is set at `now`; undefined when there is none, or its time is over. */
export function readLineStatus(db: Reader, accountId: bigint, now: Date): Promise<LineStatusRow | undefined> {
  return db
    .selectFrom('line_status_messages as line')
    .innerJoin('status_messages as message', 'message.status_id', 'line.status_id')
    .selectAll('line')
    .select(['name_ru', 'name_en', 'text_ru', 'text_en', 'position'])
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .executeTakeFirst();
}

/** Sets a status message in place of another. */
export async function putLineStatus(tx: Writer, row: LineStatusMessagesTable): Promise<void> {
  const { account_id: _account, ...rest } = row;
  await tx
    .insertInto('line_status_messages')
    .values(row)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(rest))
    .execute();
}

export async function deleteLineStatus(tx: Writer, accountId: bigint): Promise<void> {
  await tx.deleteFrom('line_status_messages').where('account_id', '=', accountId).execute();
}
