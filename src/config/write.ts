import { ConfigError } from './errors.ts';
import { CONFIG_VERSION, configPath, type Profile, readConfigFile } from './file.ts';
import { isRecord, readJsonFile } from './json-file.ts';
import { type Processes, withLock } from './lock.ts';

type Content = Record<string, unknown>;

/**
 * Changes the settings file on top of what is in it at that moment, through conf, readable by its owner only. Any number
 * of runs may do so at once; a file that cannot be read is left as it is.
 * @throws ConfigError
 */
async function changeConfig(
  configDir: string,
  processes: Processes,
  change: (content: Content) => Content,
): Promise<void> {
  const file = configPath(configDir);
  await withLock(file, processes, async () => {
    const content = (await readJsonFile(file, CONFIG_VERSION)) ?? {};
    const { default: Conf } = await import('conf');
    try {
      const conf = new Conf<Content>({
        cwd: configDir,
        configName: 'config',
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
        clearInvalidConfig: false,
      });
      conf.store = { ...change({ ...content }), version: CONFIG_VERSION };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new ConfigError('unwritable', { file, reason: code ?? message }, error);
    }
  });
}

function profilesOf(content: Content): Record<string, unknown> {
  const { profiles } = content;
  return isRecord(profiles) ? { ...profiles } : {};
}

/** Adds a profile or replaces it. The first one becomes current. @throws ConfigError */
export async function saveProfile(
  configDir: string,
  processes: Processes,
  name: string,
  profile: Profile,
): Promise<void> {
  await changeConfig(configDir, processes, (content) => {
    const profiles = profilesOf(content);
    const current = typeof content['current'] === 'string' && Object.hasOwn(profiles, content['current']);
    profiles[name] = profile;
    return { ...content, profiles, ...(current ? {} : { current: name }) };
  });
}

/** Makes a profile the current one; false when there is no such profile. @throws ConfigError */
export async function useProfile(configDir: string, processes: Processes, name: string): Promise<boolean> {
  if (!Object.hasOwn((await readConfigFile(configDir)).profiles, name)) return false;
  await changeConfig(configDir, processes, (content) => ({ ...content, current: name }));
  return true;
}

/** Forgets a profile; the only one that is left becomes current. @throws ConfigError */
export async function removeProfile(configDir: string, processes: Processes, name: string): Promise<void> {
  await changeConfig(configDir, processes, (content) => {
    const profiles = profilesOf(content);
    delete profiles[name];
    const { current, ...rest } = content;
    const names = Object.keys(profiles);
    const next =
      current === name || current === undefined ? (names.length === 1 ? names[0] : undefined) : current;
    return { ...rest, profiles, ...(next === undefined ? {} : { current: next }) };
  });
}

/** Writes one setting of the file (not of a profile). @throws ConfigError */
export async function writeSetting(
  configDir: string,
  processes: Processes,
  key: 'timeout' | 'secret_store',
  value: string | number,
): Promise<void> {
  await changeConfig(configDir, processes, (content) => ({ ...content, [key]: value }));
}
