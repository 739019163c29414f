import type { Brand } from './brands.ts';

/** What becomes of a payment by a test card. `lost_answer` is paid, but the merchant's first capture stays unanswered. */
export type Behaviour =
  | 'success'
  | 'challenge'
  | 'lost_answer'
  | 'declined'
  | 'insufficient_funds'
  | 'expired_card';

export interface TestCard {
  /** As printed on a card, in groups of four. */
  number: string;
  brand: Brand;
  behaviour: Behaviour;
}

/** The only cards that are taken: this acquirer moves no money, and nobody should type a real number into it. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '2200 0000 0000 0004', brand: 'mir', behaviour: 'success' },
  { number: '4111 1111 1111 1111', brand: 'visa', behaviour: 'success' },
  { number: '5555 5555 5555 4444', brand: 'mastercard', behaviour: 'success' },
  { number: '2201 0000 0000 0003', brand: 'mir', behaviour: 'challenge' },
  { number: '5200 8282 8282 8210', brand: 'mastercard', behaviour: 'lost_answer' },
  { number: '4000 0000 0000 0002', brand: 'visa', behaviour: 'declined' },
  { number: '2204 0000 0000 0018', brand: 'mir', behaviour: 'insufficient_funds' },
  { number: '4000 0000 0000 0069', brand: 'visa', behaviour: 'expired_card' },
];

/** The code that the 3-D Secure step of a test card takes. */
export const CHALLENGE_CODE = '123456';

/** The test card of a number; undefined for every other number. */
export function findTestCard(number: string): TestCard | undefined {
  const digits = digitsOf(number);
  return TEST_CARDS.find((card) => digitsOf(card.number) === digits);
}

/** A number without its spaces and dashes. */
export function digitsOf(number: string): string {
  return number.replace(/[\s-]/g, '');
}
