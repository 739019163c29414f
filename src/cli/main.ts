import { exitCodes } from './exit-codes.ts';
import type { Host } from './host.ts';
import { Output, ReaderGone } from './render/output.ts';
import { version } from './version.ts';

const VERSION_WORDS: ReadonlySet<string> = new Set(['--version', '-V', 'version']);

/**
 * Runs one command line and returns the exit code; the process itself is never touched here. The version is told
 * without loading anything: it is what scripts ask most often.
 */
export async function run(host: Host): Promise<number> {
  const asksVersion = host.args.length === 1 && VERSION_WORDS.has(host.args[0] ?? '');
  if (asksVersion && (await printed(host, version))) return exitCodes.done;
  const { runCommandLine } = await import('./command-line.ts');
  return runCommandLine(host);
}

/** False when it could not be written; a reader that has gone is none of our concern. */
async function printed({ stdout }: Host, line: string): Promise<boolean> {
  try {
    await new Output(stdout).write(`${line}\n`);
    return true;
  } catch (error) {
    return error instanceof ReaderGone;
  }
}
