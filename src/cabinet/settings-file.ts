import { readFile } from 'node:fs/promises';
import { defaultSettings, type Settings } from './settings.ts';
import { SetupError } from './setup.ts';

/** A settings file that cannot be used; the message names the setting. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * The settings of a file; the defaults without one.
 * @throws SetupError `settings_invalid`
 */
export async function readSettings(file: string | undefined): Promise<Settings> {
  if (file === undefined) return defaultSettings;
  try {
    return parseSettings(await readFile(file, 'utf8'));
  } catch (error) {
    throw new SetupError('settings_invalid', error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the text of a settings file: a JSON object with any of the names of `Settings`, money as a number of kopecks; the rest keep
 * their defaults.
 * @throws SettingsError for anything that is not a known setting with a positive whole number
 */
export function parseSettings(text: string): Settings {
  const given = Object.entries(parseObject(text)).map(([name, value]) => [name, parseSetting(name, value)]);
  return { ...defaultSettings, ...Object.fromEntries(given) };
}

function parseSetting(name: string, value: unknown): number | bigint {
  if (!isSetting(name)) throw new SettingsError(`${name}: unknown`);
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) {
    throw new SettingsError(`${name}: not a positive whole number`);
  }
  return typeof defaultSettings[name] === 'bigint' ? BigInt(value) : value;
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(defaultSettings, name);
}

function parseObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SettingsError('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SettingsError('not an object');
  return value;
}
