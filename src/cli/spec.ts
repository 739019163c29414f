import type { MessageKey } from '../messages/index.ts';
import type { Kopecks } from '../shared/money.ts';
import type { Msisdn } from '../shared/msisdn.ts';
import type { Context } from './context.ts';
import type { Result } from './render/result.ts';

/** Values that the completion scripts know, other than choices. */
export type Completion = 'file' | 'help-topic';

interface OptionBase {
  summary: MessageKey;
  /** Word shown for the value in help: `DATE`, `FILE`. */
  value?: string;
  short?: string;
  complete?: Completion;
}

/** An option of a command. The key in `options` is its long name: `noOpen` is typed `--no-open`. */
export type OptionSpec =
  | (OptionBase & { type: 'flag' })
  | (OptionBase & { type: 'text' })
  /** A calendar day `YYYY-MM-DD`, or an RFC 3339 instant; kept as typed, the command knows the calendar. */
  | (OptionBase & { type: 'day' })
  /** A time of day, kept as `HH:MM`. */
  | (OptionBase & { type: 'time' })
  | (OptionBase & { type: 'amount' })
  | (OptionBase & { type: 'msisdn' })
  | (OptionBase & { type: 'integer'; minimum: number; maximum: number })
  | (OptionBase & { type: 'choice'; choices: readonly string[] });

export interface OperandSpec {
  /** Upper-case word shown in help. */
  name: string;
  summary: MessageKey;
  required: boolean;
  choices?: readonly string[];
  complete?: Completion;
  /** Takes all the words that are left. */
  variadic?: true;
}

/**
 * `data` prints something: it has `--json`. `mutation` changes something: it has `--json`, `--yes` and `--dry-run`.
 * `plain` prints text of its own kind (a completion script) and has none of them.
 */
export type CommandKind = 'data' | 'mutation' | 'plain';

/** The declaration of a command: data only. Its behaviour is in another module, loaded when the command runs. */
export interface CommandSpec<
  Options extends Record<string, OptionSpec> = Record<string, OptionSpec>,
  Operands extends Record<string, OperandSpec> = Record<string, OperandSpec>,
> {
  /** The words typed after `lisa`, which are also the path of the behaviour's file. */
  words: string;
  /** Another single word for the same command: `block-sim`. */
  alias?: string;
  summary: MessageKey;
  description?: MessageKey;
  kind: CommandKind;
  /** It shows what is a subscriber's own: it has `--as` and `--reason`, with which support sees the same (R16). */
  subscriberReads?: true;
  options: Options;
  /** In the order they are typed. */
  operands: Operands;
  /** Whole command lines that work against the sandbox as they are. */
  examples: readonly string[];
}

/** A declaration together with the way to its behaviour. */
export interface Entry {
  spec: CommandSpec;
  load(): Promise<{ run: (context: Context, input: InputFor<CommandSpec>) => Promise<Result> }>;
}

/** Pairs a declaration with its behaviour; the types prove that they fit. */
export function entry<Spec extends CommandSpec>(spec: Spec, load: () => Promise<{ run: Run<Spec> }>): Entry {
  return { spec, load: load as unknown as Entry['load'] };
}

type OptionValue<O extends OptionSpec> = O extends { type: 'flag' }
  ? boolean
  : O extends { type: 'amount' }
    ? Kopecks | undefined
    : O extends { type: 'msisdn' }
      ? Msisdn | undefined
      : O extends { type: 'integer' }
        ? number | undefined
        : O extends { type: 'choice'; choices: readonly (infer Choice)[] }
          ? Choice | undefined
          : string | undefined;

type OperandValue<O extends OperandSpec> = O extends { variadic: true }
  ? readonly string[]
  :
      | (O extends { choices: readonly (infer Choice)[] } ? Choice : string)
      | (O extends { required: true } ? never : undefined);

/** What a command's `run` is given, typed by its declaration. */
export interface InputFor<Spec extends CommandSpec> {
  options: { [Name in keyof Spec['options']]: OptionValue<Spec['options'][Name]> };
  operands: { [Name in keyof Spec['operands']]: OperandValue<Spec['operands'][Name]> };
  /** `--yes` and `--dry-run` of a mutation; false elsewhere. */
  yes: boolean;
  dryRun: boolean;
}

/** The behaviour of a command: works with what it is given and returns what to show. */
export type Run<Spec extends CommandSpec> = (context: Context, input: InputFor<Spec>) => Promise<Result>;

/** Declares a command, keeping the exact types of its options. */
export function command<
  const Options extends Record<string, OptionSpec>,
  const Operands extends Record<string, OperandSpec>,
>(spec: CommandSpec<Options, Operands>): CommandSpec<Options, Operands> {
  return spec;
}
