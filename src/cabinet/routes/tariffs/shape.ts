import type { Static } from 'typebox';
import type { Tariff } from '../../../contract/operations/tariffs.ts';
import { toWire } from '../../../shared/money.ts';
import type { TariffRow } from '../../storage/tariffs/reader.ts';
import { named } from '../wire.ts';

/** A tariff of the catalogue as it travels. */
export function tariffToWire(tariff: TariffRow): Static<typeof Tariff> {
  return {
    id: tariff.tariff_id,
    name: named(tariff),
    summary: { ru: tariff.summary_ru, en: tariff.summary_en },
    fee: toWire(tariff.fee),
    switch_price: toWire(tariff.switch_price),
    minutes: tariff.minutes,
    sms: tariff.sms,
    data_megabytes: tariff.data_megabytes,
    rate_voice: toWire(tariff.rate_voice),
    rate_sms: toWire(tariff.rate_sms),
    rate_data: toWire(tariff.rate_data),
  };
}
