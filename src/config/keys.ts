/** The settings that `lisa config` knows. */
export const configKeys = ['profile', 'server', 'timeout', 'secret-store'] as const;

export type ConfigKey = (typeof configKeys)[number];

/** The longest `timeout`, in seconds. */
export const LONGEST_TIMEOUT_SECONDS = 3600;
