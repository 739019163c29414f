import type { Client } from '../client/client.ts';
import type { Recorder } from '../client/trace/recorder.ts';
import type { Config } from '../config/config.ts';
import type { Locale, MessageKey, MessageParams, Translator } from '../messages/index.ts';
import { mayAsk } from './flags.ts';
import type { Host } from './host.ts';
import type { Prompts } from './prompts/prompts.ts';
import type { Output } from './render/output.ts';
import { createProgress, type Progress } from './render/progress.ts';
import type { Mode } from './render/render.ts';
import { sanitizeParams } from './render/sanitize.ts';
import { wrapWords } from './render/words.ts';
import type { TypedView } from './view.ts';

/** The flags that every command understands. */
export interface GlobalFlags {
  profile: string | undefined;
  server: string | undefined;
  lang: string | undefined;
  timeout: string | undefined;
  color: boolean | undefined;
  input: boolean;
  quiet: boolean;
  debug: boolean;
  /** Where the trace of the command goes; `asked`: by the flag, which beats the variable. */
  trace: { file: string; source: '--trace' | 'LISA_TRACE'; asked: boolean } | undefined;
  json: boolean;
}

/** What a command works with. Members that cost something are functions: nothing is opened until it is asked for. */
export interface Context {
  host: Host;
  flags: GlobalFlags;
  locale: Locale;
  t: Translator;
  /** How the result will be shown; commands that stream rows need to know. */
  mode: Mode;
  /** True when questions may be asked (stdin and stderr are terminals and nothing forbids it). */
  interactive: boolean;
  /** The only way to stdout; commands return results instead, except those that stream. */
  out: Output;
  /** A line for people on stderr; silent with `--quiet`. */
  say(key: MessageKey, params?: MessageParams): void;
  /** A notice on stderr even in a pipe, because it is a warning. */
  warn(key: MessageKey, params?: MessageParams): void;
  config(): Promise<Config>;
  /** The cabinet with the stored or given token; asks for the password again after an idle end (R2). */
  client(): Promise<Client>;
  prompts(): Promise<Prompts>;
  /** A bar or spinner on a terminal's stderr; nothing elsewhere. Shown after 0.6 s. */
  progress(key: MessageKey, params?: MessageParams): Progress;
  /** Whom a member of the staff looks at, as it was typed; only reads of a subscriber can be asked so. */
  view: TypedView;
  /** Told of everything that is sent and received, when a trace is wanted. */
  recorder: Recorder | undefined;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

type Given = Pick<
  Context,
  'host' | 'flags' | 't' | 'locale' | 'mode' | 'out' | 'view' | 'recorder' | 'signal'
>;

/** Wires the lazy members of a context. */
export function createContext(given: Given): Context {
  const { host, flags, t } = given;
  const tell = (key: MessageKey, params?: MessageParams) => {
    host.stderr.write(`${wrapWords(t(key, params && sanitizeParams(params)), host.stderr)}\n`);
  };
  let config: Promise<Config> | undefined;
  let client: Promise<Client> | undefined;
  let prompts: Promise<Prompts> | undefined;
  const context: Context = {
    ...given,
    // Opening stdin costs a fifth of a bare start, and most commands never ask.
    get interactive() {
      return mayAsk(flags, host);
    },
    say(key, params) {
      if (!flags.quiet) tell(key, params);
    },
    warn: tell,
    config() {
      config ??= import('../config/load.ts').then(({ loadConfig }) => loadConfig(host, flags));
      return config;
    },
    client() {
      client ??= import('./session-client.ts').then(({ createSessionClient }) =>
        createSessionClient(context),
      );
      return client;
    },
    prompts() {
      prompts ??= import('./prompts/terminal.ts').then(({ createPrompts }) => createPrompts(context));
      return prompts;
    },
    progress: (key, params) => createProgress(context, key, params),
  };
  return context;
}
