import cardValidator from 'card-validator';

/** The payment systems whose cards are taken (R14). */
export type Brand = 'mir' | 'visa' | 'mastercard';

export const BRANDS: readonly Brand[] = ['mir', 'visa', 'mastercard'];

/** What a number, or the beginning of one, says about its card. */
export interface Recognised {
  /** Null while the digits fit several payment systems, or one that is not taken. */
  brand: Brand | null;
  /** The name of a payment system that is not taken: «American Express», «UnionPay». */
  refused: string | null;
  /** All digits are there, and the last one is right (Luhn). */
  complete: boolean;
  /** Whether further digits could make it complete. */
  promising: boolean;
}

/** Reads a number with or without spaces and dashes. */
export function recognise(number: string): Recognised {
  const { card, isValid: complete, isPotentiallyValid: promising } = cardValidator.number(number);
  const brand = BRANDS.find((each) => each === card?.type) ?? null;
  return { brand, refused: card !== null && brand === null ? card.niceType : null, complete, promising };
}
