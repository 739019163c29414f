import { readFile } from 'node:fs/promises';
import { SetupError } from '../setup.ts';
import { parseServer, type Server } from './smpp/server.ts';

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
export async function readSmsServer({ smpp, smppPasswordFile }: SmsOptions): Promise<Server | undefined> {
  if (smpp === undefined && smppPasswordFile === undefined) return undefined;
  if (smpp === undefined || smppPasswordFile === undefined)
    throw new SetupError('smpp_invalid', '--smpp, --smpp-password-file');
  try {
    return parseServer(smpp, await readFile(smppPasswordFile, 'utf8'));
  } catch (error) {
    throw new SetupError('smpp_invalid', error instanceof Error ? error.message : String(error));
  }
}
