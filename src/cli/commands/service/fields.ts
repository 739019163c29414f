import type { Static } from 'typebox';
import type { RelatedService, Service as ServiceSchema } from '../../../contract/operations/services.ts';
import type { MessageKey } from '../../../messages/index.ts';
import { fromWire } from '../../../shared/money.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import { formatMoney } from '../../render/format.ts';
import type { Cell, Fields } from '../../render/result.ts';

export type Service = Static<typeof ServiceSchema>;
type Related = Static<typeof RelatedService>;

const CATEGORIES: Readonly<Record<string, MessageKey>> = {
  calls: 'service.category-calls',
  messages: 'service.category-messages',
  internet: 'service.category-internet',
  roaming: 'service.category-roaming',
  security: 'service.category-security',
  information: 'service.category-information',
};

/** The name of a category in the reader's language; of one that this version does not know its code. */
export function categoryName(category: string, { t }: Context): string {
  const key = Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : undefined;
  return key === undefined ? category : t(key);
}

/** The fee with its period, as people read it: «1,50 ₽/день»; «бесплатно» for what costs nothing at all. */
export function feeText(service: Service, { t, locale }: Context): string | null {
  if (fromWire(service.fee) === 0n) return fromWire(service.connection_fee) === 0n ? t('service.free') : null;
  const amount = formatMoney(fromWire(service.fee), locale);
  return service.fee_period === null ? amount : t(`service.fee-${service.fee_period}`, { amount });
}

/** Everything that a service costs on one line: «30,00 ₽ разово, 3,00 ₽/день». */
export function priceText(service: Service, context: Context): string {
  const once = fromWire(service.connection_fee);
  const connection = context.t('service.fee-once', { amount: formatMoney(once, context.locale) });
  return [...(once === 0n ? [] : [connection]), feeText(service, context)]
    .filter((part) => part !== null)
    .join(', ');
}

export function nameCell(service: Service, { locale }: Context): Cell {
  return cell.name(service.id, service.name[locale]);
}

/** The fees of a service: what is taken once, what each period, and when the next time. */
export function feeRows(service: Service): Fields['rows'] {
  const period =
    service.fee_period === null
      ? cell.none
      : cell.word(service.fee_period, `service.period-${service.fee_period}`);
  return [
    { key: 'connection_fee', label: 'service.connection-fee', value: cell.money(service.connection_fee) },
    { key: 'fee', label: 'service.fee', value: cell.money(service.fee) },
    { key: 'fee_period', label: 'service.fee-period', value: period },
    { key: 'next_fee_at', label: 'field.next-fee', value: cell.instant(service.next_fee_at) },
  ];
}

/** Services that another one needs or excludes, by name; a pipe gets their codes. */
export function relatedCell(services: readonly Related[], { t, locale }: Context): Cell {
  if (services.length === 0) return cell.none;
  const shown = services.map(({ name, connected }) =>
    t(connected ? 'service.related-connected' : 'service.related', { name: name[locale] }),
  );
  return cell.name(services.map(({ id }) => id).join(','), shown.join(', '));
}
