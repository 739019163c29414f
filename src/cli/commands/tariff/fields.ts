import type { Static } from 'typebox';
import type { Tariff as TariffSchema } from '../../../contract/operations/tariffs.ts';
import type { Locale } from '../../../messages/index.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';

export type Tariff = Static<typeof TariffSchema>;

const MEBIBYTE = 1024 * 1024;

/** The packages and the base rates of a tariff, as rows. */
export function offerRows(tariff: Tariff, locale: Locale): Fields['rows'] {
  return [
    { key: 'tariff', label: 'field.tariff', value: cell.name(tariff.id, tariff.name[locale]) },
    { key: 'fee', label: 'field.fee', value: cell.money(tariff.fee) },
    { key: 'minutes', label: 'field.minutes', value: cell.number(tariff.minutes) },
    { key: 'sms', label: 'field.sms', value: cell.number(tariff.sms) },
    { key: 'data', label: 'field.data', value: megabytes(tariff.data_megabytes) },
    { key: 'rate_voice', label: 'field.rate-voice', value: cell.money(tariff.rate_voice) },
    { key: 'rate_sms', label: 'field.rate-sms', value: cell.money(tariff.rate_sms) },
    { key: 'rate_data', label: 'field.rate-data', value: cell.money(tariff.rate_data) },
  ];
}

/** Data of a package: in bytes, like every volume of data in a pipe. */
export function megabytes(amount: number) {
  return cell.volume(amount * MEBIBYTE, 'byte');
}
