import { boundTo, type Secret, type SecretStore } from './secret-store.ts';

/** Secrets that end with the process: for one run that must leave no trace. */
export function createMemoryStore(): SecretStore {
  const secrets = new Map<string, Secret>();
  return {
    name: 'memory',
    get: async (profile, origin) => boundTo(origin, secrets.get(profile)),
    set: async (profile, secret) => {
      secrets.set(profile, secret);
    },
    remove: async (profile) => {
      secrets.delete(profile);
    },
    describe: () => 'memory',
  };
}
