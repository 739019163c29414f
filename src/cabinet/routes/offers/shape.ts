import type { Static } from 'typebox';
import type { Offer } from '../../../contract/operations/offers.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { unitOf } from '../../domain/offers/rules.ts';
import type { OfferRow } from '../../storage/offers/reader.ts';
import { instantOrNull, named } from '../wire.ts';

/** An offer as it travels to the line that it was made to. */
export function offerToWire(offer: OfferRow, timeZone: string): Static<typeof Offer> {
  return {
    id: offer.offer_id,
    name: named(offer),
    text: { ru: offer.text_ru, en: offer.text_en },
    usage_type: offer.usage_type,
    unit: unitOf[offer.usage_type],
    volume: Number(offer.volume),
    days: offer.days,
    price: toWire(offer.price),
    state: offer.state,
    valid_from: formatInstant(offer.valid_from, timeZone),
    valid_until: formatInstant(offer.valid_until, timeZone),
    accepted_at: instantOrNull(offer.accepted_at, timeZone),
  };
}
