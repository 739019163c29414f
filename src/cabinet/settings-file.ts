import { defaultSettings, type Settings } from './settings.ts';

/** A settings file that cannot be used; the message names the setting. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads a settings file: a JSON object with any of the names of `Settings`; the rest keep their defaults.
 * @throws SettingsError for anything that is not a known setting with a positive whole number
 */
export function parseSettings(text: string): Settings {
  const given = parseObject(text);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaultSettings, name)) throw new SettingsError(`${name}: unknown`);
    if (!Number.isSafeInteger(value) || Number(value) <= 0) {
      throw new SettingsError(`${name}: not a positive whole number`);
    }
  }
  return { ...defaultSettings, ...given };
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
