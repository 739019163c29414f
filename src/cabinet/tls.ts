import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { SetupError } from './setup.ts';

/** Files in PEM, which go together; without them the server speaks plain HTTP. */
export interface TlsOptions {
  tlsCert: string | undefined;
  tlsKey: string | undefined;
}

/**
 * The certificate and the key that the options name, or undefined when they name none.
 * @throws SetupError `tls_unreadable`
 */
export async function readTls({
  tlsCert,
  tlsKey,
}: TlsOptions): Promise<{ cert: string; key: string } | undefined> {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new SetupError('tls_unreadable', 'a certificate and its key go together');
  }
  try {
    const tls = { cert: await readFile(tlsCert, 'utf8'), key: await readFile(tlsKey, 'utf8') };
    createSecureContext(tls);
    return tls;
  } catch (error) {
    throw new SetupError('tls_unreadable', error instanceof Error ? error.message : String(error));
  }
}
