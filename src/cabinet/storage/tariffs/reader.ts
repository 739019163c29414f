import type { Reader, TariffsTable } from '../schema.ts';

export type TariffRow = TariffsTable;

/** A tariff by its id, archived or not. */
export function findTariff(db: Reader, tariffId: string): Promise<TariffRow | undefined> {
  return db.selectFrom('tariffs').selectAll().where('tariff_id', '=', tariffId).executeTakeFirst();
}

/** The tariff that a line is on: its row references it. */
export function readTariff(db: Reader, tariffId: string): Promise<TariffRow> {
  return db.selectFrom('tariffs').selectAll().where('tariff_id', '=', tariffId).executeTakeFirstOrThrow();
}

/** The tariffs of the catalogue that anybody may switch to, in its order. */
export function listOpenTariffs(db: Reader): Promise<TariffRow[]> {
  return db
    .selectFrom('tariffs')
    .selectAll()
    .where('open', '=', true)
    .orderBy('position')
    .orderBy('tariff_id')
    .execute();
}
