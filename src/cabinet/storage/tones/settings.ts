import type { Selectable } from 'kysely';
import type { Reader, Writer } from '../schema.ts';
import type { MelodiesTable, ToneSettingsTable } from '../schema-tones.ts';

/** Who hears a melody, with the melody's names. */
export type ToneSettingRow = Selectable<ToneSettingsTable> &
  Pick<MelodiesTable, 'title_ru' | 'title_en' | 'artist_ru' | 'artist_en'>;

/** The settings of a line, in no order. */
export function readToneSettings(db: Reader, accountId: bigint): Promise<ToneSettingRow[]> {
  return db
    .selectFrom('tone_settings')
    .innerJoin('melodies', 'melodies.melody_id', 'tone_settings.melody_id')
    .selectAll('tone_settings')
    .select(['title_ru', 'title_en', 'artist_ru', 'artist_en'])
    .where('account_id', '=', accountId)
    .execute();
}

/** Writes a setting, in place of what it was before. */
export async function putToneSetting(tx: Writer, row: ToneSettingsTable): Promise<void> {
  const { melody_id, set_at } = row;
  await tx
    .insertInto('tone_settings')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'setting_id']).doUpdateSet({ melody_id, set_at }),
    )
    .execute();
}

export async function deleteToneSetting(tx: Writer, accountId: bigint, settingId: string): Promise<void> {
  await tx
    .deleteFrom('tone_settings')
    .where('account_id', '=', accountId)
    .where('setting_id', '=', settingId)
    .execute();
}
