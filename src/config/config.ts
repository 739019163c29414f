/** Where a setting comes from, strongest first. */
export type Origin = 'flag' | 'environment' | 'profile' | 'file' | 'default';

export interface Resolved<T> {
  value: T;
  origin: Origin;
  /** The flag or variable that decided, for `lisa config list`. */
  source?: string;
}

export type SecretStoreKind = 'keychain' | 'file';

/** Every setting with its origin: flag, environment, profile, file, default. */
export interface Config {
  profile: Resolved<string>;
  server: Resolved<string | undefined>;
  timeoutSeconds: Resolved<number>;
  secretStore: Resolved<SecretStoreKind>;
  /** `LISA_TOKEN`, kept apart from the settings that may be listed. */
  token: string | undefined;
  configDir: string;
  dataDir: string;
}
