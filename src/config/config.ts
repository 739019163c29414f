import type { Profile } from './file.ts';

/** Where a setting comes from, strongest first. */
export type Origin = 'flag' | 'environment' | 'profile' | 'file' | 'default';

export interface Resolved<T> {
  value: T;
  origin: Origin;
  /** The flag, variable, profile or file that decided, for `lisa config list`. */
  source?: string;
}

export const secretStores = ['keychain', 'file'] as const;

export type SecretStoreKind = (typeof secretStores)[number];

/** Every setting with its origin: flag, environment, profile, file, default. */
export interface Config {
  profile: Resolved<string>;
  /** Exact origin of the cabinet: scheme, host, port. */
  server: Resolved<string | undefined>;
  timeoutSeconds: Resolved<number>;
  secretStore: Resolved<SecretStoreKind>;
  /** `LISA_TOKEN`, kept apart from the settings that may be listed. */
  token: string | undefined;
  /** Every profile of the settings file by name. */
  profiles: Readonly<Record<string, Profile>>;
  configDir: string;
  dataDir: string;
}
