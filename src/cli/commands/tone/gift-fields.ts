import type { Static } from 'typebox';
import type { Gift as GiftSchema } from '../../../contract/operations/gifts.ts';
import type { Locale } from '../../../messages/index.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';

export type Gift = Static<typeof GiftSchema>;

/** A gift as rows of name and value, without its id: a dry run offers a gift that there will never be. */
export function giftRows(gift: Gift, locale: Locale): Fields['rows'] {
  const { melody } = gift;
  return [
    { key: 'melody', label: 'field.title', value: cell.name(melody.id, melody.title[locale]) },
    { key: 'artist', label: 'field.artist', value: cell.name(melody.artist.ru, melody.artist[locale]) },
    { key: 'from', label: 'field.giver', value: cell.msisdn(gift.from) },
    { key: 'to', label: 'field.recipient', value: cell.msisdn(gift.to) },
    { key: 'price', label: 'field.price', value: cell.money(gift.price) },
    { key: 'state', label: 'field.state', value: cell.giftState(gift.state) },
    { key: 'expires_at', label: 'field.expires', value: cell.instant(gift.expires_at) },
  ];
}

/** The id of a gift that exists. */
export function giftIdRow(gift: Gift): Fields['rows'][number] {
  return { key: 'gift', label: 'field.gift', value: cell.id(gift.id) };
}
