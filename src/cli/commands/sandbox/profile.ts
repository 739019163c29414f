import { readConfigFile } from '../../../config/file.ts';
import { saveProfile } from '../../../config/write.ts';
import type { Context } from '../../context.ts';
import type { RunningSandbox } from '../../sandbox-port.ts';

/** The name of the profile that points at the sandbox. */
export const SANDBOX_PROFILE = 'sandbox';

/** Points the profile `sandbox` at the sandbox; the first profile is current by itself. True when it is current. */
export async function adoptSandbox(context: Context, { url }: RunningSandbox): Promise<boolean> {
  const { configDir } = await context.config();
  const { profiles } = await readConfigFile(configDir);
  const known = profiles[SANDBOX_PROFILE];
  if (known?.server !== url)
    await saveProfile(configDir, context.host, SANDBOX_PROFILE, { ...known, server: url });
  return (await readConfigFile(configDir)).current === SANDBOX_PROFILE;
}
