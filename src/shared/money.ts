/** An amount of money in whole kopecks (R5); never a floating-point number. */
export type Kopecks = bigint;

/** Money as it travels: a decimal string with two digits, and its currency. */
export interface WireMoney {
  amount: string;
  currency: 'RUB';
}

const AMOUNT = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?$/;

/** Reads «123», «123.4», «123,45» or «-1.50»; null when the text is not an amount of at most two decimals. */
export function parseAmount(text: string): Kopecks | null {
  const match = AMOUNT.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return sign ? -value : value;
}

/** Writes kopecks as a decimal string with a dot and exactly two digits: -150n → «-1.50». */
export function formatAmount(kopecks: Kopecks): string {
  const sign = kopecks < 0n ? '-' : '';
  const digits = (kopecks < 0n ? -kopecks : kopecks).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Kopecks to the wire form. */
export function toWire(kopecks: Kopecks): WireMoney {
  return { amount: formatAmount(kopecks), currency: 'RUB' };
}

/**
 * The wire form to kopecks.
 * @throws RangeError when the amount is not a decimal with at most two digits after the point
 */
export function fromWire(money: { amount: string }): Kopecks {
  const kopecks = parseAmount(money.amount);
  if (kopecks === null) throw new RangeError(`not an amount of money: ${money.amount}`);
  return kopecks;
}

/**
 * Divides kopecks, rounding half away from zero («half up», R5).
 * @throws RangeError when the divisor is not positive
 */
export function divideHalfUp(kopecks: Kopecks, divisor: bigint): Kopecks {
  if (divisor <= 0n) throw new RangeError('the divisor must be positive');
  const sign = kopecks < 0n ? -1n : 1n;
  return sign * ((sign * kopecks * 2n + divisor) / (2n * divisor));
}
