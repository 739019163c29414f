import { TransportError } from '../../client/errors.ts';
import type { Context } from '../context.ts';
import { CliError, Interrupted } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { explain } from '../explain.ts';
import { sanitize } from '../render/sanitize.ts';
import { FileExists, NotAFile } from './whole-file.ts';

/** What a person is told when a file could not be written; errors of another kind are returned as they are. */
export function fileFailure(error: unknown, name: string): unknown {
  const params = { file: sanitize(name) };
  if (error instanceof FileExists) {
    const details = { params, hint: 'detail.file-exists-hint', cause: error } as const;
    return new CliError(exitCodes.failed, 'file_exists', 'detail.file-exists', details);
  }
  if (error instanceof NotAFile) {
    const details = { params, hint: 'detail.not-a-file-hint', cause: error } as const;
    return new CliError(exitCodes.failed, 'not_a_file', 'detail.not-a-file', details);
  }
  if (!isSystemError(error)) return error;
  const details = { params: { ...params, detail: error.code }, cause: error };
  return new CliError(exitCodes.failed, 'write_failed', 'detail.file-failed', details);
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/**
 * What a person is told when the rows stopped coming: how many came, and what became of the output.
 * A refusal of the cabinet needs no more than its own text.
 */
export function feedFailure(
  error: unknown,
  { t, locale, signal }: Pick<Context, 't' | 'locale' | 'signal'>,
  records: number,
  target: 'file' | 'stdout',
): unknown {
  if (signal.aborted) return new Interrupted(target === 'file' ? 'detail.interrupted' : 'error.interrupted');
  if (!(error instanceof TransportError)) return error;
  const key = target === 'file' ? 'detail.incomplete' : 'detail.incomplete-output';
  const params = { count: records, why: explain(error, t, locale).message };
  return new CliError(exitCodes.unreachable, 'export_incomplete', key, {
    params,
    hint: 'hint.retry',
    cause: error,
  });
}
