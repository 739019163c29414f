/** One of the messages of the network that carry a text: most texts need one. */
export interface SmsPart {
  accountId: bigint;
  messageId: string;
  /** From 1 to `parts`. */
  part: number;
  parts: number;
  /** 10 national digits. */
  msisdn: string;
  sender: string;
  kind: string;
  /** The whole text, and what of it may be seen by others. */
  body: string;
  masked: string;
  /** 16 bits of the message; those of a part are `referenceOf`. */
  reference: number;
  expiresAt: Date | null;
}

/** By which a receipt finds its part when the answer was lost. */
export function referenceOf({ reference, part }: { reference: number; part: number }): number {
  return (reference + part) & 0xffff;
}

/**
 * What became of a part. `accepted`: the service has it. `refused`: it will never take it. `busy`: later. `unsent`: it
 * has not left. `unknown`: it has left and nobody answered.
 */
export type Submitted =
  | { kind: 'accepted'; providerId: string | null; delivered: boolean }
  | { kind: 'refused' | 'busy'; failure: string }
  | { kind: 'unsent' | 'unknown' };

/** What a service says about a part that it had accepted. */
export interface SmsReceipt {
  providerId: string | null;
  /** As `referenceOf`, when the service passes it on. */
  reference: number | null;
  /** 10 national digits. */
  msisdn: string;
  state: 'delivered' | 'failed' | 'under_way';
  failure: string | null;
}
