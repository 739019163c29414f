import { useProfile } from '../../../config/write.ts';
import { nothing } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import type { profileUse } from './spec.ts';
import { unknownProfile } from './unknown.ts';

export const run: Run<typeof profileUse> = async (context, { operands: { name } }) => {
  const { configDir, profiles } = await context.config();
  if (!(await useProfile(configDir, context.host, name))) throw unknownProfile(name, profiles);
  return {
    ...nothing,
    json: { schema: 'profile-use/1', profile: name },
    notes: [{ key: 'profile.used', params: { profile: name } }],
  };
};
