import { join } from 'node:path';
import { isRecord, readJsonFile } from './json-file.ts';

export const CONFIG_VERSION = 1;

/** A cabinet and a subscriber under one name. `account` is a masked hint for people, never a full number. */
export interface Profile {
  server: string;
  account?: string;
}

/** The settings file. It holds no secret and no full number. */
export interface ConfigFile {
  current: string | undefined;
  timeout: number | undefined;
  secretStore: string | undefined;
  profiles: Readonly<Record<string, Profile>>;
}

/** The path of the settings file. */
export function configPath(configDir: string): string {
  return join(configDir, 'config.json');
}

/** Reads the settings file without its library, which would cost 35 ms of every start. @throws ConfigError */
export async function readConfigFile(configDir: string): Promise<ConfigFile> {
  const content = (await readJsonFile(configPath(configDir), CONFIG_VERSION)) ?? {};
  const profiles = isRecord(content['profiles']) ? content['profiles'] : {};
  return {
    current: text(content['current']),
    timeout: typeof content['timeout'] === 'number' ? content['timeout'] : undefined,
    secretStore: text(content['secret_store']),
    profiles: Object.fromEntries(
      Object.entries(profiles).flatMap(([name, value]) => profileEntry(name, value)),
    ),
  };
}

function profileEntry(name: string, value: unknown): [string, Profile][] {
  if (!isRecord(value)) return [];
  const server = text(value['server']);
  const account = text(value['account']);
  if (server === undefined) return [];
  return [[name, account === undefined ? { server } : { server, account }]];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
