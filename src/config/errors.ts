/**
 * What is wrong with a setting or with a file of ours. `corrupt`: not JSON or not of our shape · `newer`: written by a
 * later version · `unreadable`, `unwritable`: the system says no · `busy`: another run keeps it locked ·
 * `bad_value`: a value that does not fit.
 */
export type ConfigProblem = 'corrupt' | 'newer' | 'unreadable' | 'unwritable' | 'busy' | 'bad_value';

/** Thrown by everything in `config`; the text is made at the edge, from the problem and its parameters. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problem: ConfigProblem;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(problem: ConfigProblem, params: Readonly<Record<string, string | number>>, cause?: unknown) {
    super(`${problem}: ${JSON.stringify(params)}`, { cause });
    this.problem = problem;
    this.params = params;
  }
}
