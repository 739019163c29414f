import type { Locale } from '../messages/index.ts';
import type { GlobalFlags } from './context.ts';
import type { Host, OutStream } from './host.ts';

const WITH_VALUE = {
  '--profile': 'profile',
  '--server': 'server',
  '--lang': 'lang',
  '--timeout': 'timeout',
  '--trace': 'trace',
} as const;

/**
 * The global flags, read before the command line is parsed: help and errors need the language, colour and mode, also
 * when the rest of the line is wrong. They may stand anywhere before `--`; of a flag that is repeated the last counts.
 * `LISA_DEBUG` is the same as `--debug`.
 */
export function readGlobalFlags(args: readonly string[], env: Host['env']): GlobalFlags {
  const end = args.indexOf('--');
  const words = end === -1 ? args : args.slice(0, end);
  const values: Record<(typeof WITH_VALUE)[keyof typeof WITH_VALUE], string | undefined> = {
    profile: undefined,
    server: undefined,
    lang: undefined,
    timeout: undefined,
    trace: undefined,
  };
  for (const [flag, name] of Object.entries(WITH_VALUE)) {
    const index = words.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`));
    const word = words[index];
    values[name] = word === flag ? words[index + 1] : word?.slice(flag.length + 1);
  }
  const { trace, ...others } = values;
  return {
    ...others,
    trace: readTrace(trace, env['LISA_TRACE']),
    color: words.includes('--no-color') ? false : undefined,
    input: !words.includes('--no-input'),
    quiet: words.includes('--quiet') || words.includes('-q'),
    debug: words.includes('--debug') || Boolean(env['LISA_DEBUG']),
    json: words.includes('--json'),
  };
}

function readTrace(flag: string | undefined, variable: string | undefined): GlobalFlags['trace'] {
  if (flag !== undefined) return { file: flag, source: '--trace', asked: true };
  return variable ? { file: variable, source: 'LISA_TRACE', asked: false } : undefined;
}

/** `--lang`, `LISA_LANG`, then the system's: Russian for `ru*`, English otherwise. Empty variables count as unset. */
export function localeOf(flags: GlobalFlags, env: Host['env']): Locale {
  const wish =
    flags.lang ?? [env['LISA_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value);
  return wish?.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/**
 * The one colour switch, per stream: `--no-color`, `NO_COLOR` (non-empty), `TERM=dumb` say no; `FORCE_COLOR` says yes
 * to a pipe; a terminal has colour otherwise. Where two disagree the one that says no wins.
 */
export function wantsColor(flags: GlobalFlags, env: Host['env'], stream: OutStream): boolean {
  const forced = env['FORCE_COLOR'];
  if (flags.color === false || env['NO_COLOR'] || env['TERM'] === 'dumb') return false;
  if (forced) return isSet(forced);
  return stream.isTTY === true;
}

/** Questions need stdin and stderr to be terminals, and neither `--no-input`, `LISA_NO_INPUT` nor `CI` to forbid them. */
export function mayAsk(flags: GlobalFlags, host: Host): boolean {
  if (!flags.input || host.env['LISA_NO_INPUT'] || isSet(host.env['CI'])) return false;
  return host.stdin.isTTY === true && host.stderr.isTTY === true;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
