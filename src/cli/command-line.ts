import { loadMessages, type Translator } from '../messages/index.ts';
import { refuseCardNumbersIn } from './card-numbers.ts';
import type { Context, GlobalFlags } from './context.ts';
import { createContext } from './context.ts';
import { Interrupted } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { localeOf, readGlobalFlags, wantsColor } from './flags.ts';
import { leaveHanging } from './hanging.ts';
import { helpColumns } from './help/layout.ts';
import type { Host } from './host.ts';
import { Output, ReaderGone } from './render/output.ts';
import type { Mode } from './render/render.ts';
import type { Result } from './render/result.ts';
import { version } from './version.ts';

/** Runs one command line, tells what went wrong, and returns the exit code. */
export async function runCommandLine(host: Host): Promise<number> {
  const run: Run = {};
  const exitCode = await runLine(host, run);
  await run.end?.(exitCode, run.failure);
  await leaveHanging(host, exitCode);
  return exitCode;
}

/** What is left to do when a command is over, whatever it came to. */
interface Run {
  end?: (exitCode: number, failure: unknown) => Promise<void>;
  failure?: unknown;
}

async function runLine(host: Host, run: Run): Promise<number> {
  const flags = readGlobalFlags(host.args, host.env);
  const out = new Output(host.stdout);
  try {
    const locale = localeOf(flags, host.env);
    const t = await loadMessages(locale);
    try {
      return await runCommand(host, flags, t, locale, out, run);
    } catch (error) {
      if (error instanceof ReaderGone) throw error;
      run.failure = error;
      const { report } = await import('./report.ts');
      return report(error, { host, flags, t, locale, color: wantsColor(flags, host.env, host.stderr) });
    }
  } catch (error) {
    if (error instanceof ReaderGone) return exitCodes.done;
    throw error;
  }
}

/** Tells an error that no command waited for, which is a defect of the program, and returns the exit code. */
export async function tellCrash(host: Host, error: unknown): Promise<number> {
  const flags = readGlobalFlags(host.args, host.env);
  const locale = localeOf(flags, host.env);
  const t = await loadMessages(locale);
  const { report } = await import('./report.ts');
  return report(error, { host, flags, t, locale, color: wantsColor(flags, host.env, host.stderr) });
}

async function runCommand(
  host: Host,
  flags: GlobalFlags,
  t: Translator,
  locale: 'en' | 'ru',
  out: Output,
  ran: Run,
): Promise<number> {
  await refuseCardNumbersIn(host.args);
  const { createProgram } = await import('./program.ts');
  const program = createProgram({ t, version, columns: helpColumns(host) });
  const invocation = program.parse(host.args.length === 0 ? ['--help'] : host.args);
  if ('help' in invocation) {
    await out.write(invocation.help);
    return exitCodes.done;
  }
  const mode: Mode =
    flags.json && invocation.entry.spec.kind !== 'plain' ? 'json' : host.stdout.isTTY ? 'terminal' : 'plain';
  const trace = flags.trace && (await openTrace(host, flags.trace, invocation.entry.spec.words));
  if (trace) ran.end = (exit, failure) => trace.close({ host, flags, t, locale }, exit, failure);
  const interrupt = new AbortController();
  const stopListening = host.onInterrupt(() => interrupt.abort(new Interrupted()));
  const context = createContext({
    host,
    flags,
    t,
    locale,
    mode,
    out,
    view: invocation.view,
    recorder: trace?.recorder,
    signal: interrupt.signal,
  });
  try {
    const { run: behave } = await invocation.entry.load();
    const result = await behave(context, invocation.input);
    await show(result, context);
    return result.exit ?? exitCodes.done;
  } catch (error) {
    throw interrupt.signal.aborted && !(error instanceof ReaderGone) ? preferInterrupt(error) : error;
  } finally {
    stopListening();
  }
}

async function openTrace(host: Host, wish: NonNullable<GlobalFlags['trace']>, command: string) {
  const { openTraceFile } = await import('./trace/trace-file.ts');
  return openTraceFile({ host, wish, command });
}

/** After Ctrl-C every failure is its consequence, unless a command already said what the interruption means. */
function preferInterrupt(error: unknown): unknown {
  return error instanceof Interrupted ? error : new Interrupted();
}

async function show(result: Result, context: Context): Promise<void> {
  await write(result, context).catch((error: unknown) => {
    throw result.ifLost ?? error;
  });
  for (const note of result.notes ?? []) context.say(note.key, note.params);
}

async function write(result: Result, context: Context): Promise<void> {
  const { renderJson, renderPlain } = await import('./render/render.ts');
  if (context.mode === 'json') await context.out.write(renderJson(result));
  else if (context.mode === 'plain') await context.out.write(renderPlain(result));
  else {
    const { renderForPeople } = await import('./render/terminal.ts');
    await context.out.write(renderForPeople(result.blocks, context, context.host.stdout));
    for (const block of result.blocks)
      if (block.kind === 'table' && block.rows.length === 0) context.say(block.empty);
  }
}
