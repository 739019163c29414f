import { formatAmount } from '../../../shared/money.ts';
import { formatMsisdn } from '../../../shared/msisdn.ts';
import { formatInstant } from '../../../shared/period.ts';

/** A message in the operator's language, and what of it support may read and the database keeps. */
export interface SmsText {
  kind: SmsKind;
  body: string;
  /** The body with every secret replaced by `MASK`. */
  masked: string;
  /** Not worth sending afterwards. */
  validUntil?: Date;
}

export type SmsKind = keyof typeof smsSecrets;

/** The secrets that a message of a kind carries, in the order in which its text names them. */
export const smsSecrets = {
  one_time_password: ['one_time_password'],
  gift_offer: ['gift_accept', 'gift_refuse'],
  notice: [],
} as const satisfies Record<string, readonly string[]>;

export const MASK = '•••';

/** The texts of the cabinet's messages: the operator's own, in Russian, whoever reads them. */
export const smsTexts = {
  oneTimePassword: (password: string, validUntil: Date) =>
    secretText(
      'one_time_password',
      (secret) => `Одноразовый пароль ${secret(password)} на 24 часа. Никому его не называйте.`,
      validUntil,
    ),
  recoveryTomorrow: () => plainText('Паролей на сегодня больше нет. Следующий можно запросить завтра.'),
  recoveryAtOffice: () => plainText('Пароль для номера организации выдаёт офис обслуживания.'),
  passwordChanged: () => plainText('Пароль кабинета изменён. Не вы? Отправьте SMS на 1070.'),
  passwordChangedOfCompany: () => plainText('Пароль кабинета изменён. Не вы? Обратитесь в офис.'),
  passwordReissued: () => plainText('Офис выдал новый пароль кабинета. Не вы? Отправьте SMS на 1070.'),
  passwordReissuedOfCompany: () => plainText('Офис выдал новый пароль кабинета. Не вы? Обратитесь в офис.'),
  news: ({ title, id }: { title: string; id: string }) =>
    plainText(`Новость: ${title}. Подробнее: lisa news show ${id}`),
  giftOffered: (offer: {
    giver: string;
    title: string;
    codes: { accept: string; refuse: string };
    /** As `dayAndTime` writes it. */
    until: string;
    /** Kopecks a day, when accepting connects the service; null when the recipient has it. */
    dailyFee: bigint | null;
    validUntil: Date;
  }) =>
    secretText(
      'gift_offer',
      (secret) =>
        `Абонент ${formatMsisdn(offer.giver)} дарит вам мелодию «${offer.title}» вместо гудков на 30 дней. ` +
        `Принять – ответьте ${secret(offer.codes.accept)}, отказаться – ${secret(offer.codes.refuse)}. ` +
        `Ответ ждём 24 часа, до ${offer.until}.${connection(offer.dailyFee)}`,
      offer.validUntil,
    ),
  giftAccepted: (gift: {
    title: string;
    paidUntil: string;
    playsForEveryone: boolean;
    dailyFee: bigint | null;
  }) =>
    plainText(
      `Подарок принят: мелодия «${gift.title}» ваша до ${gift.paidUntil}.` +
        (gift.playsForEveryone ? ' Её слышат все, кто вам звонит.' : '') +
        connection(gift.dailyFee),
    ),
  giftRefused: (title: string) => plainText(`Вы отказались от подарка: мелодия «${title}».`),
  giftTaken: (gift: { recipient: string; title: string; price: bigint }) =>
    plainText(
      `Абонент ${formatMsisdn(gift.recipient)} принял ваш подарок: мелодия «${gift.title}».` +
        (gift.price === 0n ? '' : ` Списано ${roubles(gift.price)}`),
    ),
  giftDeclined: (gift: { recipient: string; title: string; price: bigint }) =>
    plainText(
      `Абонент ${formatMsisdn(gift.recipient)} отказался от подарка: мелодия «${gift.title}».` +
        (gift.price === 0n ? '' : ` Возвращено ${roubles(gift.price)}`),
    ),
  giftAcceptedBefore: () => plainText('Этот подарок вы уже приняли.'),
  giftRefusedBefore: () => plainText('От этого подарка вы уже отказались.'),
  giftOver: () => plainText('Срок подарка вышел.'),
  giftNotPossible: () => plainText('Этот подарок принять нельзя.'),
  giftCodeUnreadable: () => plainText('Ответьте шестью цифрами из SMS о подарке.'),
  giftCodeWrong: (left: number) => plainText(`Такого кода нет. Осталось попыток: ${left}.`),
  giftCodeTriesOver: () =>
    plainText('Неверных кодов слишком много. Ответьте на подарок в кабинете или завтра.'),
};

/** What accepting a gift connects; `dailyFee` in kopecks, null when it connects nothing. */
function connection(dailyFee: bigint | null): string {
  if (dailyFee === null) return '';
  return ` Услуга «Вместо гудков»: ${roubles(dailyFee)} в день.`;
}

/** «1,50 руб.»: not every telephone has the sign of the rouble. */
function roubles(kopecks: bigint): string {
  return `${formatAmount(kopecks).replace('.', ',')} руб.`;
}

/** «06.03 14:00» in the calendar of `timeZone`. */
export function dayAndTime(instant: Date, timeZone: string): string {
  const text = formatInstant(instant, timeZone);
  return `${text.slice(8, 10)}.${text.slice(5, 7)} ${text.slice(11, 16)}`;
}

/** Writes a text twice: with its secrets, and with `MASK` in their place. */
function secretText(
  kind: SmsKind,
  write: (secret: (value: string) => string) => string,
  validUntil?: Date,
): SmsText {
  const body = write((value) => value);
  return { kind, body, masked: write(() => MASK), ...(validUntil && { validUntil }) };
}

/** A text that carries no secret. */
export function plainText(body: string): SmsText {
  return { kind: 'notice', body, masked: body };
}
