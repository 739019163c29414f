import { SecretStoreError } from '../../auth/secret-store.ts';
import { ConfigError } from '../../config/errors.ts';
import { sandboxFolder } from '../commands/sandbox/folder.ts';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { explain } from '../explain.ts';
import { wantsColor } from '../flags.ts';
import { openStore } from '../secret-store.ts';
import type { Finding } from './finding.ts';

/** The oldest Node that runs `lisa`: major and minor. */
const NEEDED = [22, 19] as const;

export function checkNode({ host }: Context): Finding {
  const [major = 0, minor = 0] = host.nodeVersion.split('.').map(Number);
  const enough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  const params = { version: host.nodeVersion, needed: NEEDED.join('.') };
  return enough
    ? { check: 'node', level: 'ok', key: 'doctor.node', params }
    : { check: 'node', level: 'problem', key: 'doctor.node-old', params, fix: 'doctor.node-fix' };
}

/** The settings themselves; without them the other checks have nothing to go by. */
export async function checkConfig(context: Context): Promise<Finding> {
  try {
    const { configDir, dataDir } = await context.config();
    return { check: 'config', level: 'ok', key: 'doctor.config', params: { configDir, dataDir } };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const detail = explain(error, context.t, context.locale).message;
    return {
      check: 'config',
      level: 'problem',
      key: 'doctor.said',
      params: { detail },
      fix: 'doctor.config-fix',
    };
  }
}

/** Keeps, reads and forgets an entry of its own: an installed keychain need not be one that works. */
export async function checkSecretStore(context: Context): Promise<Finding> {
  const { secretStore, token, configDir, profile } = await context.config();
  if (token !== undefined) return { check: 'secret_store', level: 'ok', key: 'doctor.store-unused' };
  const name = `doctor-${Buffer.from(context.host.random.bytes(6)).toString('hex')}`;
  const origin = 'https://doctor.invalid';
  try {
    const store = await openStore(context, secretStore.value, false);
    await store.set(name, { origin, login: configDir });
    const kept = await store.get(name, origin);
    await store.remove(name);
    const params = { place: store.describe(profile.value) };
    return kept?.login === configDir
      ? { check: 'secret_store', level: 'ok', key: 'doctor.store', params }
      : {
          check: 'secret_store',
          level: 'problem',
          key: 'doctor.store-forgets',
          params,
          fix: 'store-problem.hint',
        };
  } catch (error) {
    if (!(error instanceof SecretStoreError || error instanceof CliError)) throw error;
    const { message, code } = explain(error, context.t, context.locale);
    const level = code === 'input_needed' ? 'warn' : 'problem';
    return {
      check: 'secret_store',
      level,
      key: 'doctor.said',
      params: { detail: message },
      fix: 'store-problem.hint',
    };
  }
}

export async function checkSandbox(context: Context): Promise<Finding> {
  try {
    const port = await context.host.sandbox();
    const { state } = await port.status(await sandboxFolder(context));
    return {
      check: 'sandbox',
      level: 'ok',
      key: 'doctor.sandbox',
      params: { state: context.t(`sandbox.state-${state}`) },
    };
  } catch (error) {
    const { message } = explain(error, context.t, context.locale);
    return {
      check: 'sandbox',
      level: 'warn',
      key: 'doctor.said',
      params: { detail: message },
      fix: 'sandbox.failed-hint',
    };
  }
}

export function checkTerminal({ host, flags, t }: Context): Finding {
  const color = t(wantsColor(flags, host.env, host.stdout) ? 'doctor.color' : 'doctor.no-color');
  return host.stdout.isTTY === true
    ? {
        check: 'terminal',
        level: 'ok',
        key: 'doctor.terminal',
        params: { color, columns: host.stdout.columns || 80 },
      }
    : { check: 'terminal', level: 'ok', key: 'doctor.no-terminal', params: { color } };
}
