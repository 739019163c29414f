import {
  boundTo,
  parseSecret,
  type SecretStore,
  SecretStoreError,
  type SecretStoreProblem,
} from './secret-store.ts';

/** The name under which the keychain lists our entries. */
export const SERVICE = 'lisa';

export interface KeychainSettings {
  /** How long the keychain may take to answer: a person needs time for its unlock prompt. */
  patienceMs: number;
  /** Called when a call was given up. It cannot be cancelled, and the process cannot end in the ordinary way any more. */
  onHang(): void;
  signal?: AbortSignal;
}

interface Entry {
  getPassword(): Promise<string | null | undefined>;
  setPassword(value: string): Promise<void>;
  deletePassword(): Promise<boolean>;
}

/**
 * The keychain of the operating system through the keytar API: service `lisa`, one entry per profile. On Linux it is the
 * Secret Service and nothing else: left alone, the library would turn to the kernel keyring in silence.
 */
export function createKeychain(settings: KeychainSettings): SecretStore {
  const ask = async <T>(profile: string, question: (entry: Entry) => Promise<T>): Promise<T> => {
    const { AsyncEntry } = await import('keytar').catch((error: unknown) => {
      throw new SecretStoreError('unavailable', { reason: reasonOf(error) }, error);
    });
    const work = async () =>
      question(new AsyncEntry(SERVICE, profile, { linux: { store: 'secret-service' } }));
    return await bounded(work, settings);
  };
  return {
    name: 'keychain',
    async get(profile, origin) {
      const text = await ask(profile, (entry) => entry.getPassword());
      return boundTo(origin, text ? parseSecret(text) : undefined);
    },
    set: (profile, secret) => ask(profile, (entry) => entry.setPassword(JSON.stringify(secret))),
    async remove(profile) {
      await ask(profile, (entry) => entry.deletePassword());
    },
    describe: (profile) => `keychain: ${SERVICE}/${profile}`,
  };
}

async function bounded<T>(
  work: () => Promise<T>,
  { patienceMs, onHang, signal }: KeychainSettings,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onHang();
      reject(new SecretStoreError('timeout', { seconds: Math.round(patienceMs / 1000) }));
    }, patienceMs);
    stop = () => {
      onHang();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work(), limit]);
  } catch (error) {
    if (error instanceof SecretStoreError || signal?.aborted) throw error;
    throw new SecretStoreError(problemOf(reasonOf(error)), { reason: reasonOf(error) }, error);
  } finally {
    clearTimeout(timer);
    if (stop) signal?.removeEventListener('abort', stop);
  }
}

/** The library has one kind of error for everything; the words of the Secret Service and of D-Bus tell them apart. */
function problemOf(reason: string): SecretStoreProblem {
  if (/dismiss|locked/i.test(reason)) return 'locked';
  return MISSING.test(reason) ? 'unavailable' : 'failed';
}

const MISSING =
  /d-?bus error|zbus|autolaunch|ServiceUnknown|no (default )?(storage|credential store)|not supported/i;

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';
}
