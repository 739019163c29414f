const brands = { mir: 'МИР', visa: 'Visa', mastercard: 'MasterCard' };

/**
 * How call detail names the movements of the wallet: part of the operator's records, in the operator's language,
 * whoever reads them. Names of tariffs, services and melodies are the Russian ones of the catalogue.
 */
export const movementNames = {
  tariffFee: (tariff: string) => `Абонентская плата «${tariff}»`,
  tariffSwitch: (tariff: string) => `Переход на тариф «${tariff}»`,
  serviceFee: (service: string) => `Услуга «${service}»`,
  toneFee: () => 'Вместо гудков',
  melody: (title: string) => `Мелодия «${title}»`,
  giftHeld: (title: string) => `Подарок: мелодия «${title}»`,
  giftReturned: (title: string) => `Возврат за подарок: мелодия «${title}»`,
  serviceConnection: (service: string) => `Подключение услуги «${service}»`,
  offer: (offer: string) => `Предложение «${offer}»`,
  promiseTaken: () => 'Обещанный платёж',
  promiseRepaid: () => 'Возврат обещанного платежа',
  topUp: (brand: keyof typeof brands | null, last4: string | null) =>
    brand && last4 ? `Карта ${brands[brand]} •${last4}` : 'Карта',
  bonusSpent: () => 'Оплата бонусами',
  bonus: () => 'Начисление бонусов',
};
