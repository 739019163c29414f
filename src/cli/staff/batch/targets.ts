import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError, UsageError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { fileFailure } from '../../export/failures.ts';
import { checkTarget, FileExists } from '../../export/whole-file.ts';
import { sanitize } from '../../render/sanitize.ts';

/** Where a batch reads and writes; whole paths. */
export interface Targets {
  file: string;
  results: string;
  slips: string | undefined;
  journal: string;
}

/** `people.csv` has its results in `people.results.csv`, and its journal beside them. */
export function targetsOf(
  cwd: string,
  { file, results, slips }: { file: string; results: string | undefined; slips: string | undefined },
): Targets {
  const output = resolve(cwd, results ?? `${file.replace(/\.csv$/i, '')}.results.csv`);
  return {
    file: resolve(cwd, file),
    results: output,
    slips: slips === undefined ? undefined : resolve(cwd, slips),
    journal: `${output}.journal`,
  };
}

/**
 * Looks whether results and slips can be written, before any work is done for them. Only a batch that goes on replaces them.
 * @throws UsageError when one file would have to be two
 * @throws CliError `file_exists`, `not_a_file`, `write_failed`
 */
export async function checkTargets({ file, results, slips, journal }: Targets): Promise<void> {
  const goesOn = await exists(journal);
  const outputs = [
    ['--results', results],
    ['--slips', slips],
  ] as const;
  for (const [option, path] of outputs) {
    if (path === undefined) continue;
    if (path === file || path === journal || (option === '--slips' && path === results))
      throw new UsageError('batch.same-file', { option, file: sanitize(path) });
    await checkTarget(path, goesOn).catch((error: unknown) => {
      throw error instanceof FileExists ? alreadyThere(option, path, error) : fileFailure(error, path);
    });
  }
}

function alreadyThere(option: string, path: string, cause: unknown): CliError {
  const params = { option, file: sanitize(path) };
  return new CliError(exitCodes.failed, 'file_exists', 'batch.results-exist', { params, cause });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
