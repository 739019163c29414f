import type { Context } from '../context.ts';
import { wantsColor } from '../flags.ts';
import { neededNode, version } from '../version.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

export function checkNode({ host }: Context): Finding {
  const params = { version: host.nodeVersion, needed: neededNode };
  return isAtLeast(host.nodeVersion, neededNode)
    ? fine('node', 'doctor.node', params)
    : problem('node', 'doctor.node-old', 'doctor.node-fix', params);
}

function isAtLeast(found: string, needed: string): boolean {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

export function checkVersion(): Finding {
  return fine('version', 'doctor.version', { version });
}

export function checkTerminal({ host, flags, t }: Context): Finding {
  const color = t(wantsColor(flags, host.env, host.stdout) ? 'doctor.color' : 'doctor.no-color');
  return host.stdout.isTTY === true
    ? fine('terminal', 'doctor.terminal', { color, columns: host.stdout.columns || 80 })
    : fine('terminal', 'doctor.no-terminal', { color });
}

/**
 * Whether the terminal is told to expect UTF-8, which is what is always written (POSIX: LC_ALL, LC_CTYPE, LANG). What
 * goes into a pipe does not depend on it.
 */
export function checkLocale({ host }: Context): Finding {
  const { env, platform, stdout } = host;
  if (stdout.isTTY !== true || platform === 'win32') return fine('locale', 'doctor.locale-unused');
  const places = { LC_ALL: env['LC_ALL'], LC_CTYPE: env['LC_CTYPE'], LANG: env['LANG'] };
  const [variable, value] = Object.entries(places).find(([, given]) => given) ?? [];
  if (variable === undefined || value === undefined)
    return warning('locale', 'doctor.locale-unset', 'doctor.locale-fix', { variable: 'LANG' });
  return /utf-?8/i.test(value)
    ? fine('locale', 'doctor.locale', { variable, value })
    : warning('locale', 'doctor.locale-narrow', 'doctor.locale-fix', { variable, value });
}
