import type { Context } from '../context.ts';
import { InputNeeded } from '../errors.ts';
import { openStore } from '../secret-store.ts';
import { type Finding, fine, problem } from './finding.ts';
import { said } from './said.ts';

/** Keeps, reads and forgets an entry of its own: an installed keychain need not be one that works. */
export async function checkSecretStore(context: Context): Promise<Finding[]> {
  const { secretStore, token, configDir, profile } = await context.config();
  if (token !== undefined) return [fine('secret_store', 'doctor.store-unused')];
  const name = `doctor-${Buffer.from(context.host.random.bytes(6)).toString('hex')}`;
  const origin = 'https://doctor.invalid';
  try {
    const store = await openStore(context, secretStore.value, false);
    await store.set(name, { origin, login: configDir });
    const kept = await store.get(name, origin);
    await store.remove(name);
    const params = { place: store.describe(profile.value) };
    return kept?.login === configDir
      ? [fine('secret_store', 'doctor.store', params)]
      : [problem('secret_store', 'doctor.store-forgets', 'store-problem.hint', params)];
  } catch (error) {
    if (!(error instanceof InputNeeded)) throw error;
    return [said(context, { check: 'secret_store', level: 'warn', error, fix: 'doctor.passphrase-fix' })];
  }
}
