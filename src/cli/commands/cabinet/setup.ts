import { resolve } from 'node:path';
import type { SetupProblem } from '../../cabinet-port.ts';
import type { Context } from '../../context.ts';
import { CliError, UsageError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { sanitize } from '../../render/sanitize.ts';

/** The address of the database: the option, else `LISA_DATABASE_URL`. @throws UsageError */
export function databaseOf({ host }: Context, given: string | undefined): string {
  const url = given ?? host.env['LISA_DATABASE_URL'];
  if (!url) throw new UsageError('server.database-missing');
  if (!/^postgres(ql)?:\/\//.test(url)) throw new UsageError('server.database-bad');
  return url;
}

/** A file that an option names, from the folder in which the command was typed. */
export function pathOf({ host }: Context, file: string | undefined): string | undefined {
  return file === undefined ? undefined : resolve(host.cwd, file);
}

/** What the server answered, once it is not a problem. @throws CliError with the problem and how to mend it */
export function mended<T extends object>(answer: T | SetupProblem): T {
  if (!isProblem(answer)) return answer;
  const { problem, detail } = answer;
  throw new CliError(exitCodes.failed, problem, `setup.${problem}`, {
    params: { detail: sanitize(detail) },
    hint: `setup-hint.${problem}`,
  });
}

function isProblem(answer: object): answer is SetupProblem {
  return 'problem' in answer;
}
