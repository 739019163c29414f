import { parseMsisdn, stripPunctuation } from '../../../shared/msisdn.ts';

/**
 * What a typed login can mean (R1), most likely first: a mobile number as its 10 national digits, an account number as
 * its digits, a network login in lower case.
 */
export function readLogin(typed: string): string[] {
  const digits = stripPunctuation(typed);
  const candidates = [parseMsisdn(typed), /^\d+$/.test(digits) ? digits : null, typed.trim().toLowerCase()];
  return [...new Set(candidates.filter((candidate) => candidate !== null))];
}
