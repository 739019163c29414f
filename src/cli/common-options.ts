import { LONGEST_TIMEOUT_SECONDS } from '../config/keys.ts';
import type { CommandKind, CommandSpec, OptionSpec } from './spec.ts';

/** The options that every command understands, before and after its words. */
export const globalOptions = {
  profile: { type: 'text', value: 'NAME', summary: 'option.profile' },
  server: { type: 'text', value: 'URL', summary: 'option.server' },
  lang: { type: 'choice', value: 'LANG', choices: ['en', 'ru'], summary: 'option.lang' },
  timeout: {
    type: 'integer',
    value: 'SECONDS',
    minimum: 1,
    maximum: LONGEST_TIMEOUT_SECONDS,
    summary: 'option.timeout',
  },
  noColor: { type: 'flag', summary: 'option.no-color' },
  noInput: { type: 'flag', summary: 'option.no-input' },
  quiet: { type: 'flag', short: 'q', summary: 'option.quiet' },
  debug: { type: 'flag', summary: 'option.debug' },
  trace: { type: 'text', value: 'FILE', complete: 'file', summary: 'option.trace' },
} as const satisfies Record<string, OptionSpec>;

const json = { json: { type: 'flag', summary: 'option.json' } } as const;

/** The options that a command has because of its kind. */
const kindOptions: Readonly<Record<CommandKind, Readonly<Record<string, OptionSpec>>>> = {
  plain: {},
  data: json,
  mutation: {
    ...json,
    yes: { type: 'flag', short: 'y', summary: 'option.yes' },
    dryRun: { type: 'flag', summary: 'option.dry-run' },
  },
};

/** The options of a command that shows a subscriber's own: a member of the staff looks with them (R16). */
const viewOptions: Readonly<Record<string, OptionSpec>> = {
  as: { type: 'text', value: 'NUMBER', summary: 'option.as' },
  reason: { type: 'text', value: 'TEXT', summary: 'option.reason' },
};

/** All options of a command: its own, and those that it has because of its kind. */
export function optionsOf(
  spec: Pick<CommandSpec, 'options' | 'kind' | 'subscriberReads'>,
): Readonly<Record<string, OptionSpec>> {
  return { ...spec.options, ...(spec.subscriberReads ? viewOptions : {}), ...kindOptions[spec.kind] };
}

/** `dryRun` → `--dry-run`, as it is typed. */
export function longFlag(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
