import type { Config } from '../../../config/config.ts';
import { UsageError } from '../../errors.ts';

/** A name that is no profile, with those that are. */
export function unknownProfile(name: string, profiles: Config['profiles']): UsageError {
  return new UsageError('error.bad-choice', {
    value: name,
    choices: Object.keys(profiles).join(', ') || '—',
  });
}
