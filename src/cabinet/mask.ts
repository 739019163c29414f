/** A mobile number or an account as logs and terminals show it: «•••4567». */
export function maskDigits(digits: string | bigint): string {
  return `•••${String(digits).slice(-4)}`;
}
