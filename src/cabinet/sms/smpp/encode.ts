import { coding, encodeUcs2, gsmSeptets } from './alphabets.ts';

/** A text as the messages of the network carry it: the bytes of short_message, with a header when there are several. */
export interface EncodedText {
  coding: typeof coding.gsm | typeof coding.ucs2;
  concatenated: boolean;
  parts: Buffer[];
}

/** Bytes of one message: alone, and behind the six bytes of the header that joins it to others. */
const GSM_ROOM = { single: 160, joined: 153 };
const UCS2_ROOM = { single: 140, joined: 134 };
const MOST_PARTS = 255;

/** The bit of esm_class for a text that begins with a header (SMPP 3.4 §5.2.12). */
export const UDH_INDICATOR = 0x40;

/**
 * Codes a text in the default alphabet (160 characters, 153 in each of several messages; an extension counts twice) or, when
 * it has a character that is not in it, in UCS-2 (70, 67). Neither an extension nor a pair of surrogates is torn apart.
 * `reference` tells several long messages to one recipient apart.
 * @throws RangeError for a text that does not fit into 255 messages
 */
export function encodeText(text: string, reference: number): EncodedText {
  const gsm = encodeGsm(text);
  const room = gsm ? GSM_ROOM : UCS2_ROOM;
  const characters = gsm ?? [...text].map(encodeUcs2);
  const chosen = gsm ? coding.gsm : coding.ucs2;
  const length = characters.reduce((sum, bytes) => sum + bytes.length, 0);
  if (length <= room.single) {
    return { coding: chosen, concatenated: false, parts: [Buffer.concat(characters)] };
  }
  const parts = fill(characters, room.joined);
  if (parts.length > MOST_PARTS) throw new RangeError('a text of more than 255 messages');
  const headed = parts.map((part, index) =>
    Buffer.concat([header(reference, parts.length, index + 1), part]),
  );
  return { coding: chosen, concatenated: true, parts: headed };
}

function encodeGsm(text: string): Buffer[] | null {
  const characters: Buffer[] = [];
  for (const character of text) {
    const septets = gsmSeptets(character);
    if (!septets) return null;
    characters.push(Buffer.from(septets));
  }
  return characters;
}

function fill(characters: readonly Buffer[], room: number): Buffer[] {
  const parts: Buffer[][] = [[]];
  let left = room;
  for (const bytes of characters) {
    if (bytes.length > left) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push(bytes);
    left -= bytes.length;
  }
  return parts.map((part) => Buffer.concat(part));
}

/** Concatenated short messages, 8-bit reference number (3GPP TS 23.040 §9.2.3.24.1). */
function header(reference: number, total: number, part: number): Buffer {
  return Buffer.from([5, 0, 3, reference & 0xff, total, part]);
}
