import type { Static } from 'typebox';
import type { Gift } from '../../../contract/operations/gifts.ts';
import type { Melody, MelodyCategory } from '../../../contract/operations/tones.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { SidedGiftRow } from '../../storage/tones/gifts.ts';
import type { CategoryRow, MelodyRow } from '../../storage/tones/reader.ts';

type Named = { title_ru: string; title_en: string; artist_ru: string; artist_en: string };

export function melodyNames(row: Named) {
  return {
    title: { ru: row.title_ru, en: row.title_en },
    artist: { ru: row.artist_ru, en: row.artist_en },
  };
}

/** A melody of the catalogue as it travels. */
export function melodyToWire(melody: MelodyRow): Static<typeof Melody> {
  return {
    id: melody.melody_id,
    ...melodyNames(melody),
    category: melody.category_id,
    category_name: { ru: melody.category_name_ru, en: melody.category_name_en },
    price: toWire(melody.price),
  };
}

export function categoryToWire(category: CategoryRow): Static<typeof MelodyCategory> {
  return {
    id: category.category_id,
    name: { ru: category.name_ru, en: category.name_en },
    melodies: category.melodies,
    price_from: toWire(category.price_from),
    price_to: toWire(category.price_to),
  };
}

/** A gift as it travels to one of its sides. */
export function giftToWire(gift: SidedGiftRow, timeZone: string): Static<typeof Gift> {
  return {
    id: gift.gift_id,
    side: gift.side,
    melody: { id: gift.melody_id, ...melodyNames(gift) },
    from: gift.giver_msisdn,
    to: gift.recipient_msisdn,
    price: toWire(gift.price),
    state: gift.state,
    offered_at: formatInstant(gift.offered_at, timeZone),
    expires_at: formatInstant(gift.expires_at, timeZone),
  };
}
