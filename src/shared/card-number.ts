/** 13–19 digits, as they are printed on a card; no card scheme begins with 0 or 1 (ISO/IEC 7812). */
const PRINTED = /^\s*[2-9](?:[\s\u2010-\u2015-]*\d){12,18}\s*$/;

/**
 * Whether a text looks like the number of a payment card: its form, and then its check digit (Luhn). Such a text is
 * never kept, shown or sent anywhere (R14). The check is loaded only for a text of that form.
 */
export async function isCardNumber(text: string): Promise<boolean> {
  if (!PRINTED.test(text)) return false;
  const { default: luhn10 } = await import('card-validator/dist/luhn-10.js');
  return luhn10(text.replace(/\D/g, ''));
}
