import type { ConfigKey } from '../../../config/keys.ts';
import { secretStore, serverOrigin, timeoutSeconds } from '../../../config/load.ts';
import { saveProfile, useProfile, writeSetting } from '../../../config/write.ts';
import type { Context } from '../../context.ts';
import type { Run } from '../../spec.ts';
import { unknownProfile } from '../profile/unknown.ts';
import type { configSet } from './spec.ts';

export const run: Run<typeof configSet> = async (context, { operands: { key, value } }) => {
  const written = await write(context, key, value);
  return {
    json: { schema: 'config-set/1', key, value: written },
    blocks: [],
    notes: [{ key: 'config.done', params: { key, value: written } }],
  };
};

/** The value as it is kept. @throws ConfigError `bad_value` */
async function write(context: Context, key: ConfigKey, value: string): Promise<string> {
  const { host } = context;
  const { configDir, profile, profiles } = await context.config();
  switch (key) {
    case 'profile':
      if (!(await useProfile(configDir, host, value))) throw unknownProfile(value, profiles);
      return value;
    case 'server': {
      const server = serverOrigin(value, key);
      await saveProfile(configDir, host, profile.value, { ...profiles[profile.value], server });
      return server;
    }
    case 'timeout':
      await writeSetting(configDir, host, 'timeout', timeoutSeconds(value, key));
      return value;
    case 'secret-store':
      await writeSetting(configDir, host, 'secret_store', secretStore(value, key));
      return value;
  }
}
