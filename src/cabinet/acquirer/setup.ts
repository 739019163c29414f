import { readFile } from 'node:fs/promises';
import type { Clock } from '../../shared/clock.ts';
import { SetupError } from '../setup.ts';
import { connectAcquirer, safeOrigin } from './http.ts';
import type { Acquirer } from './port.ts';

export interface AcquirerOptions {
  /** The origin of the acquirer's merchant API; without it there are no card payments. */
  acquirer?: string | undefined;
  /** Its first line is the merchant key. */
  acquirerKeyFile?: string | undefined;
  /** Where the acquirer finds this cabinet. */
  publicUrl?: string | undefined;
}

/**
 * The acquirer that the options name, or undefined when they name none.
 * @throws SetupError `acquirer_invalid`
 */
export async function openAcquirer(
  { acquirer: url, acquirerKeyFile, publicUrl }: AcquirerOptions,
  clock: Clock,
): Promise<Acquirer | undefined> {
  if (url === undefined && acquirerKeyFile === undefined && publicUrl === undefined) return undefined;
  if (url === undefined || acquirerKeyFile === undefined || publicUrl === undefined)
    throw new SetupError('acquirer_invalid', '--acquirer, --acquirer-key-file, --public-url');
  try {
    const [key = ''] = (await readFile(acquirerKeyFile, 'utf8')).split(/\r?\n/);
    const [there, here] = [safeOrigin(url), safeOrigin(publicUrl)];
    return connectAcquirer({ url: () => there, key, publicUrl: () => here, clock });
  } catch (error) {
    throw new SetupError('acquirer_invalid', error instanceof Error ? error.message : String(error));
  }
}
