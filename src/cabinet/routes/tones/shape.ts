import type { Static } from 'typebox';
import type { Gift } from '../../../contract/operations/gifts.ts';
import type { Melody, MelodyCategory, MelodyRef } from '../../../contract/operations/tones.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { SidedGiftRow } from '../../storage/tones/gifts.ts';
import type { CategoryRow, MelodyRow } from '../../storage/tones/reader.ts';
import { named } from '../wire.ts';

type NamedMelody = {
  melody_id: string;
  title_ru: string;
  title_en: string;
  artist_ru: string;
  artist_en: string;
};

/** A melody by its id and names. */
export function melodyRef(melody: NamedMelody): Static<typeof MelodyRef> {
  return {
    id: melody.melody_id,
    title: { ru: melody.title_ru, en: melody.title_en },
    artist: { ru: melody.artist_ru, en: melody.artist_en },
  };
}

/** A melody of the catalogue as it travels. */
export function melodyToWire(melody: MelodyRow): Static<typeof Melody> {
  return {
    ...melodyRef(melody),
    category: melody.category_id,
    category_name: { ru: melody.category_name_ru, en: melody.category_name_en },
    price: toWire(melody.price),
  };
}

export function categoryToWire(category: CategoryRow): Static<typeof MelodyCategory> {
  return {
    id: category.category_id,
    name: named(category),
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
    melody: melodyRef(gift),
    from: gift.giver_msisdn,
    to: gift.recipient_msisdn,
    price: toWire(gift.price),
    state: gift.state,
    offered_at: formatInstant(gift.offered_at, timeZone),
    expires_at: formatInstant(gift.expires_at, timeZone),
  };
}
