import { Command, CommanderError, Help, Option } from 'commander';
import type { MessageKey, Translator } from '../messages/index.ts';
import { commands, groups } from './commands/index.ts';
import type { CommandSpec, Entry, InputFor } from './spec.ts';
import { type RawOptions, readOperands, readOptions } from './values.ts';

/** A command line that was understood: which command, with which values. */
export interface Invocation {
  entry: Entry;
  input: InputFor<CommandSpec>;
}

export interface ProgramSettings {
  t: Translator;
  version: string;
  /** Width of help texts, in columns. */
  columns: number;
  writeOut(text: string): void;
}

/**
 * The command tree as commander sees it; `parse` answers with the command that was typed, or null after help.
 * @throws CommanderError for everything that is wrong with the command line
 * @throws UsageError for values that do not fit their option
 */
export function createProgram(settings: ProgramSettings): {
  root: Command;
  parse(args: readonly string[]): Invocation | null;
} {
  let found: Invocation | null = null;
  const root = prepare(new Command('lisa'), settings);
  root.usage('<command> [options]').description(settings.t('program.summary'));
  root.version(settings.version, '-V, --version', settings.t('option.version'));
  addGlobalOptions(root, settings.t);
  for (const entry of commands) {
    const { spec } = entry;
    const remember = (input: Invocation['input']) => {
      found = { entry, input };
    };
    for (const words of spec.alias === undefined ? [spec.words] : [spec.words, spec.alias]) {
      addCommand(parentOf(root, words, settings), words, spec, settings, remember);
    }
  }
  root.addHelpText(
    'after',
    () =>
      `\n${settings.t('program.more', { topics: 'environment, exit-codes, output, scripting, security' })}`,
  );
  return {
    root,
    parse(args) {
      found = null;
      try {
        root.parse([...args], { from: 'user' });
      } catch (error) {
        if (error instanceof CommanderError && error.exitCode === 0) return null;
        throw error;
      }
      return found;
    },
  };
}

/** Settings first: children made with `.command()` inherit them. */
function prepare(command: Command, { t, columns, writeOut }: ProgramSettings): Command {
  const titles: Record<string, MessageKey> = {
    'Usage:': 'program.usage',
    'Options:': 'program.options',
    'Global Options:': 'program.global-options',
    'Commands:': 'program.commands',
    'Arguments:': 'program.arguments',
  };
  return command
    .exitOverride()
    .configureOutput({
      writeOut,
      writeErr: () => {},
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (text) => t(titles[text] ?? 'program.options'),
      subcommandTerm: (child) =>
        child.commands.length > 0 ? `${child.name()} …` : Help.prototype.subcommandTerm(child),
    })
    .helpCommand(false)
    .helpOption('-h, --help', t('option.help'))
    .showSuggestionAfterError(true)
    .allowExcessArguments(false);
}

function addGlobalOptions(root: Command, t: Translator): void {
  root
    .option('--profile <name>', t('option.profile'))
    .option('--server <url>', t('option.server'))
    .option('--lang <lang>', `${t('option.lang')} (en, ru)`)
    .option('--timeout <seconds>', t('option.timeout'))
    .option('--no-color', t('option.no-color'))
    .option('--no-input', t('option.no-input'))
    .option('-q, --quiet', t('option.quiet'))
    .option('--debug', t('option.debug'));
}

/** The group (`tariff` of `tariff switch`) a command belongs to, made on first use. */
function parentOf(root: Command, words: string, { t }: ProgramSettings): Command {
  const parents = words.split(' ').slice(0, -1);
  return parents.reduce<Command>((parent, word) => {
    const existing = parent.commands.find((child) => child.name() === word);
    if (existing) return existing;
    const summary = groups[word];
    return parent
      .command(word)
      .description(summary === undefined ? word : t(summary))
      .usage('<command> [options]');
  }, root);
}

function addCommand(
  parent: Command,
  words: string,
  spec: CommandSpec,
  settings: ProgramSettings,
  remember: (input: InputFor<CommandSpec>) => void,
): void {
  const { t } = settings;
  const name = words.split(' ').at(-1) ?? words;
  const child = parent.command(name, { hidden: words === spec.alias }).summary(t(spec.summary));
  child.description(t(spec.description ?? spec.summary));
  for (const operand of Object.values(spec.operands)) {
    const bare = operand.variadic ? `${operand.name}...` : operand.name;
    child.argument(
      operand.required ? `<${bare}>` : `[${bare}]`,
      withChoices(t(operand.summary), operand.choices),
    );
  }
  for (const [key, option] of Object.entries(spec.options)) {
    const long = `--${longName(key)}`;
    const value = option.type === 'flag' ? '' : ` <${option.value ?? option.type.toUpperCase()}>`;
    const flags = option.short === undefined ? `${long}${value}` : `-${option.short}, ${long}${value}`;
    const choices = option.type === 'choice' ? option.choices : undefined;
    child.addOption(new Option(flags, withChoices(t(option.summary), choices)));
  }
  if (spec.kind !== 'plain') child.option('--json', t('option.json'));
  if (spec.kind === 'mutation')
    child.option('-y, --yes', t('option.yes')).option('--dry-run', t('option.dry-run'));
  child.addHelpText(
    'after',
    () => `\n${t('program.examples')}\n${spec.examples.map((line) => `  ${line}`).join('\n')}`,
  );
  child.action((...received: unknown[]) => {
    const raw = child.opts<RawOptions>();
    remember({
      options: readOptions(spec, raw),
      operands: readOperands(spec, received.slice(0, Object.keys(spec.operands).length)),
      yes: raw['yes'] === true,
      dryRun: raw['dryRun'] === true,
    });
  });
}

function withChoices(summary: string, choices: readonly string[] | undefined): string {
  return choices === undefined ? summary : `${summary} (${choices.join(', ')})`;
}

/** `dryRun` → `dry-run`. */
export function longName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
