/** A number as logs show it: «•••4567». */
export function maskMsisdn(msisdn: string): string {
  return `•••${msisdn.slice(-4)}`;
}
