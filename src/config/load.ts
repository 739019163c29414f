import { parseOrigin } from '../shared/origin.ts';
import { type Config, type Resolved, type SecretStoreKind, secretStores } from './config.ts';
import { ConfigError } from './errors.ts';
import { type ConfigFile, configPath, readConfigFile } from './file.ts';
import { LONGEST_TIMEOUT_SECONDS } from './keys.ts';
import { placesOf, type Surroundings } from './places.ts';

/** The flags that are settings too. */
export interface SettingFlags {
  profile: string | undefined;
  server: string | undefined;
  timeout: string | undefined;
}

export const DEFAULT_PROFILE = 'default';
export const DEFAULT_TIMEOUT_SECONDS = 30;

/** Settings as far as they can be told, and what is wrong with them. */
export interface InspectedConfig {
  config: Config;
  problems: readonly ConfigError[];
}

/**
 * Settings from flags, environment, profile, file and defaults, in this order; an empty variable counts as unset.
 * @throws ConfigError for a file that cannot be used and for a value that does not fit
 */
export async function loadConfig(surroundings: Surroundings, flags: SettingFlags): Promise<Config> {
  const { config, problems } = await inspectConfig(surroundings, flags);
  if (problems[0] !== undefined) throw problems[0];
  return config;
}

/** The same settings, where what is wrong gives way to the default: for those who look for what is wrong. */
export async function inspectConfig(
  surroundings: Surroundings,
  flags: SettingFlags,
): Promise<InspectedConfig> {
  const { env } = surroundings;
  const places = placesOf(surroundings);
  const path = configPath(places.configDir);
  const problems: ConfigError[] = [];
  const note = (error: unknown) => {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(error);
  };
  const read = <T>(choose: () => Resolved<T>, value: T): Resolved<T> => {
    try {
      return choose();
    } catch (error) {
      note(error);
      return { value, origin: 'default' };
    }
  };
  const file = (await readConfigFile(places.configDir).catch(note)) ?? EMPTY_FILE;
  const profile = read(() => chooseProfile(flags, env, file, path), DEFAULT_PROFILE);
  const config = {
    profile,
    server: read(() => chooseServer(flags, env, file, profile.value), undefined),
    timeoutSeconds: read(() => chooseTimeout(flags, env, file, path), DEFAULT_TIMEOUT_SECONDS),
    secretStore: read<SecretStoreKind>(() => chooseSecretStore(env, file, path), 'keychain'),
    token: env['LISA_TOKEN'] || undefined,
    profiles: file.profiles,
    ...places,
  };
  return { config, problems };
}

const EMPTY_FILE: ConfigFile = {
  current: undefined,
  timeout: undefined,
  secretStore: undefined,
  profiles: {},
};

type Env = Surroundings['env'];

function chooseProfile(flags: SettingFlags, env: Env, file: ConfigFile, path: string): Resolved<string> {
  const names = Object.keys(file.profiles);
  const chosen =
    fromFlag(flags.profile, '--profile') ??
    fromVariable(env, 'LISA_PROFILE') ??
    fromFile(file.current, path) ??
    (names.length === 1 ? fromFile(names[0], path) : undefined);
  if (chosen === undefined) return { value: DEFAULT_PROFILE, origin: 'default' };
  return { ...chosen, value: profileName(chosen.value, chosen.source) };
}

function chooseServer(
  flags: SettingFlags,
  env: Env,
  file: ConfigFile,
  profile: string,
): Resolved<string | undefined> {
  const stored = Object.hasOwn(file.profiles, profile) ? file.profiles[profile]?.server : undefined;
  const chosen =
    fromFlag(flags.server, '--server') ??
    fromVariable(env, 'LISA_SERVER') ??
    (stored === undefined ? undefined : { value: stored, origin: 'profile' as const, source: profile });
  if (chosen === undefined) return { value: undefined, origin: 'default' };
  return { ...chosen, value: serverOrigin(chosen.value, chosen.source) };
}

function chooseTimeout(flags: SettingFlags, env: Env, file: ConfigFile, path: string): Resolved<number> {
  const chosen =
    fromFlag(flags.timeout, '--timeout') ??
    fromVariable(env, 'LISA_TIMEOUT') ??
    fromFile(file.timeout === undefined ? undefined : String(file.timeout), path);
  if (chosen === undefined) return { value: DEFAULT_TIMEOUT_SECONDS, origin: 'default' };
  return { ...chosen, value: timeoutSeconds(chosen.value, chosen.source) };
}

function chooseSecretStore(env: Env, file: ConfigFile, path: string): Resolved<SecretStoreKind> {
  const chosen = fromVariable(env, 'LISA_SECRET_STORE') ?? fromFile(file.secretStore, path);
  if (chosen === undefined) return { value: 'keychain', origin: 'default' };
  return { ...chosen, value: secretStore(chosen.value, chosen.source) };
}

type Chosen = Required<Resolved<string>>;

function fromFlag(value: string | undefined, flag: string): Chosen | undefined {
  return value === undefined ? undefined : { value, origin: 'flag', source: flag };
}

function fromVariable(env: Env, name: string): Chosen | undefined {
  const value = env[name];
  return value ? { value, origin: 'environment', source: name } : undefined;
}

function fromFile(value: string | undefined, path: string): Chosen | undefined {
  return value === undefined ? undefined : { value, origin: 'file', source: path };
}

/** A name for a profile: it becomes part of file names. @throws ConfigError `bad_value` */
export function profileName(value: string, source: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(value)) return value;
  throw new ConfigError('bad_value', { source, value, expected: 'office-1' });
}

/** The exact origin that a typed address names. @throws ConfigError `bad_value` */
export function serverOrigin(value: string, source: string): string {
  const origin = parseOrigin(value);
  if (origin !== null) return origin;
  throw new ConfigError('bad_value', {
    source,
    value: withoutPassword(value),
    expected: 'https://lisa.example.ru',
  });
}

function withoutPassword(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//…@');
}

/** Whole seconds. @throws ConfigError `bad_value` */
export function timeoutSeconds(value: string, source: string): number {
  const seconds = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (seconds >= 1 && seconds <= LONGEST_TIMEOUT_SECONDS) return seconds;
  throw new ConfigError('bad_value', { source, value, expected: `1…${LONGEST_TIMEOUT_SECONDS}` });
}

/** @throws ConfigError `bad_value` */
export function secretStore(value: string, source: string): SecretStoreKind {
  const kind = secretStores.find((known) => known === value);
  if (kind !== undefined) return kind;
  throw new ConfigError('bad_value', { source, value, expected: secretStores.join(', ') });
}
