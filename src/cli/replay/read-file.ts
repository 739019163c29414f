import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BadTrace, type ReadTrace, readTrace } from '../../client/trace/read.ts';
import type { Context } from '../context.ts';
import { CliError, UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';

/** No trace of ours is near this. */
const LARGEST_BYTES = 256 * 1024 * 1024;

/**
 * The trace in a file that was named on the command line.
 * @throws UsageError for a file that is not there, CliError `bad_trace` for one that is no trace of ours
 */
export async function readTraceFile({ host, flags }: Context, name: string): Promise<ReadTrace> {
  const path = resolve(host.cwd, name);
  if (flags.trace !== undefined && resolve(host.cwd, flags.trace.file) === path)
    throw new UsageError('replay.same-file', { file: name, flag: flags.trace.source });
  const text = await readText(path, name);
  try {
    return readTrace(text);
  } catch (error) {
    if (!(error instanceof BadTrace)) throw error;
    throw new CliError(exitCodes.failed, 'bad_trace', `replay.${error.problem}`, {
      params: { file: name, creator: error.creator },
      hint: 'replay.bad-hint',
      cause: error,
    });
  }
}

async function readText(path: string, name: string): Promise<string> {
  try {
    if ((await stat(path)).size > LARGEST_BYTES) throw new BadTrace('damaged');
    return await readFile(path, 'utf8');
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'size';
    throw new UsageError('replay.unreadable', { file: name, detail });
  }
}
