import type { Reader, Writer } from '../schema.ts';
import type { RecoveriesTable } from '../schema-recovery.ts';

export type Answered = Pick<RecoveriesTable, 'day' | 'answers' | 'answered_at'>;

/** What was answered to an account's last requests; undefined before the first. */
export function readAnswered(db: Reader, accountId: bigint): Promise<Answered | undefined> {
  return db
    .selectFrom('recoveries')
    .select(['day', 'answers', 'answered_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export async function keepAnswered(tx: Writer, accountId: bigint, answered: Answered): Promise<void> {
  await tx
    .insertInto('recoveries')
    .values({ account_id: accountId, ...answered })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(answered))
    .execute();
}
