import { readFile } from 'node:fs/promises';
import { SetupError } from '../setup.ts';
import { parseSmscAccount, type SmscAccount } from './smpp/smsc.ts';

export interface SmsOptions {
  /** `smpp://USER@HOST:PORT`; without it messages wait in the outbox. */
  smpp?: string | undefined;
  /** Its first line is the password. */
  smppPasswordFile?: string | undefined;
}

/**
 * The short-message service that the options name, or undefined when they name none.
 * @throws SetupError `smpp_invalid`
 */
export async function readSmscAccount({
  smpp,
  smppPasswordFile,
}: SmsOptions): Promise<SmscAccount | undefined> {
  if (smpp === undefined && smppPasswordFile === undefined) return undefined;
  if (smpp === undefined || smppPasswordFile === undefined)
    throw new SetupError('smpp_invalid', '--smpp, --smpp-password-file');
  try {
    return parseSmscAccount(smpp, await readFile(smppPasswordFile, 'utf8'));
  } catch (error) {
    throw new SetupError('smpp_invalid', error instanceof Error ? error.message : String(error));
  }
}
