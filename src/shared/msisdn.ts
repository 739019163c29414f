/** A mobile number as its 10 national digits, without +7 or 8 (R1). */
export type Msisdn = string;

const PUNCTUATION = /[\s()\-\u2010-\u2015.]/g;

/** A typed number without spaces, brackets, dots and dashes (R1). */
export function stripPunctuation(text: string): string {
  return text.replace(PUNCTUATION, '');
}

/** Strips a typed `+7` or `8`, spaces, brackets and dashes (R1); null when 10 national digits do not remain. */
export function parseMsisdn(text: string): Msisdn | null {
  const bare = stripPunctuation(text);
  const match = /^(?:\+?7|8)?(9\d{9})$/.exec(bare);
  return match?.[1] ?? null;
}

/** «9001234567» → «900 123-45-67», as people write it in Russia. */
export function formatMsisdn(msisdn: Msisdn): string {
  return msisdn.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 $2-$3-$4');
}
