import { createHash } from 'node:crypto';
import type { Random } from '../../../shared/clock.ts';
import type { CodedGiftRow } from '../../storage/tones/codes.ts';

/** The two answers to a gift by SMS (R11): 6 digits each. */
export interface GiftCodes {
  accept: string;
  refuse: string;
}

/** Gifts whose codes are looked for: more than anybody is offered in a day. */
export const CODED_GIFTS = 100;

export type GiftAnswer = 'accept' | 'refuse';

/** Makes two codes that differ and mean no other gift of the recipient. */
export function newGiftCodes(random: Random, others: readonly CodedGiftRow[]): GiftCodes {
  const accept = newCode(random, (code) => meaningOf(code, others) !== undefined);
  const refuse = newCode(random, (code) => code === accept || meaningOf(code, others) !== undefined);
  return { accept, refuse };
}

const CODES = 1_000_000;
const EVEN = Math.floor(2 ** 32 / CODES) * CODES;

/** Every code is as likely as any other. */
function newCode(random: Random, taken: (code: string) => boolean): string {
  for (;;) {
    const number = Buffer.from(random.bytes(4)).readUInt32BE(0);
    const code = String(number % CODES).padStart(6, '0');
    if (number < EVEN && !taken(code)) return code;
  }
}

/** What is kept of a code: SHA-256 over the gift's id and the code. */
export function hashGiftCode(giftId: string, code: string): Buffer {
  return createHash('sha256').update(`${giftId}:${code}`).digest();
}

/** The gift that a code answers, and how; undefined when it answers none of them. */
export function meaningOf(
  code: string,
  gifts: readonly CodedGiftRow[],
): { giftId: string; answer: GiftAnswer } | undefined {
  for (const { gift_id: giftId, accept_code_hash, refuse_code_hash } of gifts) {
    const hash = hashGiftCode(giftId, code);
    if (accept_code_hash && hash.equals(accept_code_hash)) return { giftId, answer: 'accept' };
    if (refuse_code_hash && hash.equals(refuse_code_hash)) return { giftId, answer: 'refuse' };
  }
  return undefined;
}

/** The code in an SMS, however it is spaced; null for a text that is none. */
export function readGiftCode(text: string): string | null {
  const bare = text.replace(/[\s.\-\u2010-\u2015]/gu, '');
  return /^\d{6}$/.test(bare) ? bare : null;
}
