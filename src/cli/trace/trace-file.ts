import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { toHar } from '../../client/trace/har.ts';
import { beginsTrace } from '../../client/trace/read.ts';
import { Trace } from '../../client/trace/trace.ts';
import type { Locale, Translator } from '../../messages/index.ts';
import type { GlobalFlags } from '../context.ts';
import { CliError, UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { explain } from '../explain.ts';
import { checkTarget, NotAFile, openWholeFile } from '../export/whole-file.ts';
import type { Host } from '../host.ts';
import { sanitize } from '../render/sanitize.ts';
import { version } from '../version.ts';
import { rememberTrace } from './last-trace.ts';

export interface TraceSettings {
  host: Host;
  /** What `--trace` or `LISA_TRACE` says. */
  wish: NonNullable<GlobalFlags['trace']>;
  /** The words of the command, without anything that was typed after them. */
  command: string;
}

/** What is known at the end of a command. */
interface Ending {
  host: Host;
  flags: GlobalFlags;
  t: Translator;
  locale: Locale;
}

/** The trace of one command, and the file that it goes to. */
export class TraceFile {
  readonly recorder: Trace;
  readonly path: string;
  readonly #settings: TraceSettings;

  constructor(settings: TraceSettings) {
    this.#settings = settings;
    this.recorder = new Trace(settings.host.clock);
    this.path = resolve(settings.host.cwd, settings.wish.file);
  }

  /** Writes the trace and says where it is; what cannot be written changes nothing about what was done. */
  async close({ host, flags, t, locale }: Ending, exit: number, failure: unknown): Promise<void> {
    const tell = (text: string) => host.stderr.write(`${text}\n`);
    const file = sanitize(this.path);
    try {
      const code = failure === undefined ? null : explain(failure, t, locale).code;
      const written = await this.#write(exit, code);
      if (written && host.stderr.isTTY === true && !flags.quiet) tell(t('trace.saved', { file }));
    } catch (error) {
      tell(t('trace.failed', { file, detail: codeOf(error) }));
    }
  }

  /** A variable that is set for every command leaves the last trace alone where nothing was sent: false then. */
  async #write(exit: number, code: string | null): Promise<boolean> {
    const { host, wish, command } = this.#settings;
    const entries = this.recorder.entries();
    if (entries.length === 0 && !wish.asked) return false;
    const { platform, nodeVersion: node } = host;
    const { dropped } = this.recorder;
    const har = toHar({ version, command, exit, code, node, platform, dropped }, entries);
    const file = await openWholeFile(this.path, true, host);
    try {
      await file.write(`${JSON.stringify(har, null, 1)}\n`);
      await file.publish();
    } finally {
      await file.discard();
    }
    await rememberTrace(host, this.path);
    return true;
  }
}

/**
 * Looks whether the trace can be written before anything is sent. Another file than a trace is never replaced.
 * @throws CliError, UsageError
 */
export async function openTraceFile(settings: TraceSettings): Promise<TraceFile> {
  const { wish } = settings;
  if (wish.file === '' || wish.file === '-') throw new UsageError('trace.no-file', { flag: wish.source });
  const trace = new TraceFile(settings);
  const params = { file: wish.file };
  const refuse = (key: 'trace.not-replaced' | 'trace.failed', cause: unknown, detail = '') =>
    new CliError(exitCodes.failed, key === 'trace.failed' ? 'trace_failed' : 'trace_not_replaced', key, {
      params: { ...params, detail },
      hint: 'trace.other-file',
      cause,
    });
  try {
    await checkTarget(trace.path, true);
  } catch (error) {
    if (error instanceof NotAFile) throw refuse('trace.not-replaced', error);
    throw refuse('trace.failed', error, codeOf(error));
  }
  if (!(await mayReplace(trace.path))) throw refuse('trace.not-replaced', undefined);
  return trace;
}

const LONGEST_BEGINNING = 200;

async function mayReplace(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return true;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_BEGINNING), 0, LONGEST_BEGINNING, 0);
    return bytesRead === 0 || beginsTrace(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
