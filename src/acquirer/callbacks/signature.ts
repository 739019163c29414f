import { createHmac } from 'node:crypto';

/** The value of `acquirer-signature`: the merchant checks that the body is ours, and how old it is. */
export function sign(body: string, key: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000);
  const hmac = createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hmac}`;
}
