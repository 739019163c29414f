import { removeProfile } from '../../../config/write.ts';
import { logOutOf } from '../../log-out.ts';
import { nothing } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import type { profileRemove } from './spec.ts';
import { unknownProfile } from './unknown.ts';

export const run: Run<typeof profileRemove> = async (context, { operands: { name } }) => {
  const { configDir, profiles } = await context.config();
  if (!Object.hasOwn(profiles, name)) throw unknownProfile(name, profiles);
  await logOutOf(context, name);
  await removeProfile(configDir, context.host, name);
  return {
    ...nothing,
    json: { schema: 'profile-remove/1', profile: name },
    notes: [{ key: 'profile.removed', params: { profile: name } }],
  };
};
