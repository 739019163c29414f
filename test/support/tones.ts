import type { Store } from '../../src/cabinet/storage/store.ts';
import type { ToneServiceState } from '../../src/cabinet/storage/tones/reader.ts';
import type { Kopecks } from '../../src/shared/money.ts';
import { DAY_MS, plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';

/** Four melodies in two categories: `kalinka` 15 ₽, `yolka` 30 ₽, `star` 60 ₽, and `silence`, which is free. */
export function addMelodies(store: Store): Promise<void> {
  return store.transact(async (tx) => {
    await tx
      .insertInto('melody_categories')
      .values([
        { category_id: 'folk', name_ru: 'Народные', name_en: 'Folk', position: 1 },
        { category_id: 'rock', name_ru: 'Рок', name_en: 'Rock', position: 2 },
      ])
      .execute();
    await tx
      .insertInto('melodies')
      .values([
        melody('kalinka', 'folk', ['Калинка', 'Kalinka'], ['Хор', 'Choir'], 15_00n),
        melody('yolka', 'folk', ['Ёлка', 'Fir Tree'], ['Хор', 'Choir'], 30_00n),
        melody('star', 'rock', ['Звезда 100%', 'Star 100%'], ['Группа Ветер', 'Wind Band'], 60_00n),
        melody('silence', 'rock', ['Тишина', 'Silence'], ['Группа Ветер', 'Wind Band'], 0n),
      ])
      .execute();
  });
}

function melody(
  melody_id: string,
  category_id: string,
  [title_ru, title_en]: [string, string],
  [artist_ru, artist_en]: [string, string],
  price: Kopecks,
) {
  return { melody_id, category_id, title_ru, title_en, artist_ru, artist_en, price };
}

/** Gives a subscriber the tone service in a state; its daily fee falls due only when the test says so. */
export async function addToneService(
  store: Store,
  accountId: bigint,
  state: ToneServiceState = 'active',
): Promise<void> {
  const at = new Date(START);
  const row = {
    account_id: accountId,
    state,
    connected_at: at,
    paused_since: state === 'paused' ? at : null,
  };
  await store.transact((tx) => tx.insertInto('tone_services').values(row).execute());
}

/** Gives a line melodies that renew, in this order of age; each is paid until the day of its number after `START`. */
export async function addLineMelodies(
  store: Store,
  accountId: bigint,
  melodies: Record<string, number | 'paused'>,
): Promise<void> {
  const since = plus(new Date(START), -30 * DAY_MS);
  const rows = Object.entries(melodies).map(([melody_id, day], index) => {
    const paidUntil = plus(new Date(START), (day === 'paused' ? -1 : day) * DAY_MS);
    return {
      account_id: accountId,
      melody_id,
      acquired_at: plus(since, index * DAY_MS),
      paid_until: paidUntil,
      renews: true,
      gift_id: null,
      next_fee_at: day === 'paused' ? null : paidUntil,
      paused_since: day === 'paused' ? paidUntil : null,
    };
  });
  await store.transact((tx) => tx.insertInto('line_melodies').values(rows).execute());
}

/** The status messages `driving` and `meeting`. */
export function addStatusMessages(store: Store): Promise<void> {
  const message = (status_id: string, name_ru: string, name_en: string, position: number) => ({
    status_id,
    name_ru,
    name_en,
    text_ru: `Я: ${name_ru}`,
    text_en: `I am: ${name_en}`,
    position,
  });
  return store.transact(async (tx) => {
    await tx
      .insertInto('status_messages')
      .values([
        message('driving', 'За рулём', 'Driving', 1),
        message('meeting', 'На совещании', 'In a meeting', 2),
      ])
      .execute();
  });
}
