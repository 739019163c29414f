import type { SecretStore } from '../auth/secret-store.ts';
import type { Context } from './context.ts';
import { InputNeeded } from './errors.ts';
import { noteHanging } from './hanging.ts';

const PATIENCE_MS = { asking: 60_000, silent: 5_000 };

/**
 * The store by its name, opened when it is used. A person gets a minute to answer the keychain's own prompt; without
 * one it has 5 s. With `mayAsk` false no passphrase is asked for either.
 */
export async function openStore(context: Context, name: string, mayAsk = true): Promise<SecretStore> {
  const { host, interactive, signal } = context;
  if (name === 'memory' || host.secrets !== undefined) return memoryOf(context);
  if (name === 'file') {
    const { createEncryptedFile } = await import('../auth/encrypted-file.ts');
    const { dataDir } = await context.config();
    return createEncryptedFile({
      dataDir,
      random: host.random,
      platform: host.platform,
      processes: host,
      passphrase: () => askPassphrase(context, mayAsk),
    });
  }
  const { createKeychain } = await import('../auth/keychain.ts');
  return createKeychain({
    patienceMs: interactive ? PATIENCE_MS.asking : PATIENCE_MS.silent,
    onHang: () => noteHanging(host),
    signal,
  });
}

async function memoryOf({ host }: Context): Promise<SecretStore> {
  if (host.secrets !== undefined) return host.secrets;
  const { createMemoryStore } = await import('../auth/memory.ts');
  return createMemoryStore();
}

async function askPassphrase(context: Context, mayAsk: boolean): Promise<string> {
  const given = context.host.env['LISA_STORE_PASSPHRASE'];
  if (given) return given;
  if (!mayAsk) throw new InputNeeded(context.t('store.passphrase'), 'LISA_STORE_PASSPHRASE');
  const prompts = await context.prompts();
  return prompts.secret(context.t('store.passphrase'), 'LISA_STORE_PASSPHRASE');
}
