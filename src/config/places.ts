import { isAbsolute, join } from 'node:path';

/** What of the world decides about settings. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  platform: NodeJS.Platform;
}

/**
 * Where settings and data live: `LISA_CONFIG_DIR` and `LISA_DATA_DIR`, else the XDG directories (absolute only, empty
 * means unset: XDG Base Directory), else the platform's own place. Nothing is created here.
 */
export function placesOf({ env, home, platform }: Surroundings): { configDir: string; dataDir: string } {
  const place = (own: string, xdg: string, fallback: string) => {
    const wish = env[own];
    if (wish) return wish;
    const base = env[xdg];
    return base && isAbsolute(base) ? join(base, 'lisa') : fallback;
  };
  const [config, data] = platformPlaces(env, home, platform);
  return {
    configDir: place('LISA_CONFIG_DIR', 'XDG_CONFIG_HOME', config),
    dataDir: place('LISA_DATA_DIR', 'XDG_DATA_HOME', data),
  };
}

function platformPlaces(env: Surroundings['env'], home: string, platform: NodeJS.Platform): [string, string] {
  if (platform === 'darwin') {
    return [
      join(home, 'Library', 'Preferences', 'lisa'),
      join(home, 'Library', 'Application Support', 'lisa'),
    ];
  }
  if (platform === 'win32') {
    const roaming = env['APPDATA'] || join(home, 'AppData', 'Roaming');
    const local = env['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
    return [join(roaming, 'lisa'), join(local, 'lisa')];
  }
  return [join(home, '.config', 'lisa'), join(home, '.local', 'share', 'lisa')];
}
