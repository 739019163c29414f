import type { OffersTable } from '../storage/schema-catalogues.ts';

const GIGABYTE = 2n ** 30n;

/** Personal offers (R15): a package for some days. */
export const offers: OffersTable[] = [
  {
    offer_id: 'data-week',
    name_ru: '10 ГБ на неделю',
    name_en: '10 GB for a week',
    text_ru: 'Интернет для поездки со скидкой',
    text_en: 'Internet for a trip at a discount',
    usage_type: 'data',
    volume: 10n * GIGABYTE,
    days: 7,
    price: 9_900n,
    position: 1,
  },
  {
    offer_id: 'minutes-month',
    name_ru: '200 минут в подарок',
    name_en: '200 minutes as a gift',
    text_ru: 'Спасибо, что вы с нами больше года',
    text_en: 'Thank you for more than a year with us',
    usage_type: 'voice',
    volume: 12_000n,
    days: 30,
    price: 0n,
    position: 2,
  },
  {
    offer_id: 'sms-holiday',
    name_ru: '100 SMS к праздникам',
    name_en: '100 SMS for the holidays',
    text_ru: 'Поздравьте всех, кого давно не слышали',
    text_en: 'Greet everybody you have not heard for long',
    usage_type: 'sms',
    volume: 100n,
    days: 14,
    price: 1_500n,
    position: 3,
  },
  {
    offer_id: 'data-night',
    name_ru: '30 ГБ на выходные',
    name_en: '30 GB for the weekend',
    text_ru: 'Смотрите кино без счётчика',
    text_en: 'Watch films without counting',
    usage_type: 'data',
    volume: 30n * GIGABYTE,
    days: 3,
    price: 14_900n,
    position: 4,
  },
];
