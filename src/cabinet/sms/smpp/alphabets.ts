/**
 * The default alphabet of GSM 03.38, one character per septet: 0x1B leads to the extension table. In SMPP a septet is a
 * byte.
 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const ESCAPE = 0x1b;
const EXTENSION: readonly (readonly [number, string])[] = [
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
];

const septets = new Map<string, readonly number[]>([
  ...[...BASIC].map((character, code): [string, number[]] => [character, [code]]),
  ...EXTENSION.map(([code, character]): [string, number[]] => [character, [ESCAPE, code]]),
]);
septets.delete('\u001b');
const extension = new Map(EXTENSION);

/** A character in the default alphabet, in one or two septets; undefined when it is not in it. */
export function gsmSeptets(character: string): readonly number[] | undefined {
  return septets.get(character);
}

export function decodeGsm(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes.readUInt8(at);
    if (code !== ESCAPE) text += BASIC[code] ?? ' ';
    else if (++at < bytes.length) text += decodeExtension(bytes.readUInt8(at));
  }
  return text;
}

/** A telephone that does not know an extension shows the character of the basic table. */
function decodeExtension(code: number): string {
  return extension.get(code) ?? BASIC[code] ?? ' ';
}

export function encodeUcs2(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

export function decodeUcs2(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** Values of data_coding (SMPP 3.4 §5.2.19). */
export const coding = { gsm: 0, ascii: 1, latin1: 3, cyrillic: 6, ucs2: 8 } as const;

/** A text as somebody else has coded it. */
export function decodeText(dataCoding: number, bytes: Buffer): string {
  switch (alphabetOf(dataCoding)) {
    case coding.gsm:
      return decodeGsm(bytes);
    case coding.ucs2:
      return decodeUcs2(bytes);
    case coding.cyrillic:
      return new TextDecoder('iso-8859-5').decode(bytes);
    default:
      return bytes.toString('latin1');
  }
}

/** Without the bits for the class of a message (GSM 03.38 §4). */
function alphabetOf(dataCoding: number): number {
  if (dataCoding >= 0xf0) return dataCoding & 0x04 ? coding.latin1 : coding.gsm;
  return dataCoding >= 0x10 ? dataCoding & 0x0c : dataCoding;
}
