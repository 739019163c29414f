import type { Kopecks } from '../../../shared/money.ts';
import type { Reader } from '../schema.ts';

/** A row of something that is charged again and again; paused while `paused_since` is set. */
export interface ChargedRow {
  id: string;
  name_ru: string;
  name_en: string;
  amount: Kopecks;
  next_fee_at: Date | null;
  paused_since: Date | null;
}

/** The services of a line that have a recurring fee, in the order of the catalogue. */
export function readServiceFees(
  db: Reader,
  accountId: bigint,
): Promise<(ChargedRow & { fee_period: 'day' | 'month' | null })[]> {
  return db
    .selectFrom('line_services')
    .innerJoin('services', 'services.service_id', 'line_services.service_id')
    .select(['services.service_id as id', 'name_ru', 'name_en', 'fee as amount', 'fee_period'])
    .select(['next_fee_at', 'paused_since'])
    .where('account_id', '=', accountId)
    .where('fee_period', 'is not', null)
    .orderBy('position')
    .orderBy('services.service_id')
    .execute();
}

/** The melodies of a line that renew, the oldest first. */
export function readMelodyFees(db: Reader, accountId: bigint): Promise<ChargedRow[]> {
  return db
    .selectFrom('line_melodies')
    .innerJoin('melodies', 'melodies.melody_id', 'line_melodies.melody_id')
    .select(['melodies.melody_id as id', 'title_ru as name_ru', 'title_en as name_en', 'price as amount'])
    .select(['next_fee_at', 'paused_since'])
    .where('account_id', '=', accountId)
    .where('renews', '=', true)
    .orderBy('acquired_at')
    .orderBy('melodies.melody_id')
    .execute();
}
