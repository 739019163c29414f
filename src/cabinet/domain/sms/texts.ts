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
      (secret) =>
        `Одноразовый пароль: ${secret(password)}. Действует 24 часа, один раз. Никому его не называйте.`,
      validUntil,
    ),
};

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
