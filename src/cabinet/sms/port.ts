import type { SmsPart, Submitted } from '../domain/sms/part.ts';

/** One way to the phones: the sandbox's, or a short-message service that speaks SMPP. */
export interface SmsGateway {
  /** How many parts it takes without letting them wait; zero while there is no connection. */
  room(): number;
  /** Whether the connection has lasted so long that receipts which waited for it have come. */
  caughtUp(): boolean;
  /** How many messages of the network a text needs. */
  countParts(text: string): number;
  /** Sends a part, unless it is still waiting for its turn when `giveUp` is aborted. Never throws. */
  submit(part: SmsPart, giveUp: AbortSignal): Promise<Submitted>;
  close(): Promise<void>;
}
