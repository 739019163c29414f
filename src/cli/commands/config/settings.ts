import type { Config, Resolved } from '../../../config/config.ts';
import { type ConfigKey, configKeys } from '../../../config/keys.ts';

/** A setting as it is listed. */
export interface ListedSetting {
  key: ConfigKey;
  value: string | null;
  origin: Resolved<unknown>['origin'];
  /** The flag, variable, profile or file that decided. */
  source: string | null;
}

/** Every setting with where it comes from. Secrets are no settings. */
export function listSettings(config: Config): ListedSetting[] {
  const values: Record<ConfigKey, Resolved<string | number | undefined>> = {
    profile: config.profile,
    server: config.server,
    timeout: config.timeoutSeconds,
    'secret-store': config.secretStore,
  };
  return configKeys.map((key) => {
    const { value, origin, source } = values[key];
    return { key, value: value === undefined ? null : String(value), origin, source: source ?? null };
  });
}
