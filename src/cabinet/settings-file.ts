import { readFile } from 'node:fs/promises';
import { type BonusRate, defaultSettings, type PromiseOption, type Settings } from './settings.ts';
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
 * Reads the text of a settings file: a JSON object with any of the names of `Settings`, money as a number of kopecks; the
 * rest keep their defaults.
 * @throws SettingsError for anything that is not a known setting with a value that makes sense
 */
export function parseSettings(text: string): Settings {
  const given = Object.entries(parseObject(text)).map(([name, value]) => [name, parseSetting(name, value)]);
  return { ...defaultSettings, ...Object.fromEntries(given) };
}

function parseSetting(name: string, value: unknown): Settings[keyof Settings] {
  if (!isSetting(name)) throw new SettingsError(`${name}: unknown`);
  if (name === 'promises') return parsePromises(name, value);
  if (name === 'bonusRates') return parseBonusRates(name, value);
  const number = parseWhole(name, value, { from: 1 });
  return typeof defaultSettings[name] === 'bigint' ? BigInt(number) : number;
}

/** R12: no amount twice. */
function parsePromises(name: string, value: unknown): PromiseOption[] {
  const options = parseList(name, value, ['amount', 'fee']).map(([amount, fee], index) => ({
    amount: BigInt(parseWhole(`${name}[${index}].amount`, amount, { from: 1 })),
    fee: BigInt(parseWhole(`${name}[${index}].fee`, fee, { from: 0 })),
  }));
  if (new Set(options.map(({ amount }) => amount)).size < options.length)
    throw new SettingsError(`${name}: an amount twice`);
  return options;
}

/** R13: every tenure has a rate. */
function parseBonusRates(name: string, value: unknown): BonusRate[] {
  const rates = parseList(name, value, ['fromMonths', 'percent']).map(([fromMonths, percent], index) => ({
    fromMonths: parseWhole(`${name}[${index}].fromMonths`, fromMonths, { from: 0, to: 1_200 }),
    percent: parseWhole(`${name}[${index}].percent`, percent, { from: 0, to: 100 }),
  }));
  const isAscending = rates.every(
    ({ fromMonths }, index) => fromMonths > (rates[index - 1]?.fromMonths ?? -1),
  );
  if (rates[0]?.fromMonths !== 0 || !isAscending)
    throw new SettingsError(`${name}: fromMonths does not rise from 0`);
  return rates;
}

/** The values of these names in each object of a list. */
function parseList(name: string, value: unknown, names: readonly string[]): unknown[][] {
  if (!Array.isArray(value)) throw new SettingsError(`${name}: not a list`);
  return value.map((item: unknown, index) => {
    const given = typeof item === 'object' && item !== null ? new Map(Object.entries(item)) : new Map();
    const unknown = [...given.keys()].find((key) => !names.includes(key));
    if (unknown !== undefined) throw new SettingsError(`${name}[${index}].${unknown}: unknown`);
    return names.map((each): unknown => given.get(each));
  });
}

function parseWhole(name: string, value: unknown, range: { from: number; to?: number }): number {
  const { from, to = Number.MAX_SAFE_INTEGER } = range;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= from && value <= to) return value;
  const wanted = to === Number.MAX_SAFE_INTEGER ? `${from} or more` : `from ${from} to ${to}`;
  throw new SettingsError(`${name}: not a whole number, ${wanted}`);
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
