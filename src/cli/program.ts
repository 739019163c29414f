import { Command, CommanderError, Option } from 'commander';
import type { Translator } from '../messages/index.ts';
import { commands, groups } from './commands/index.ts';
import { globalOptions, longFlag, optionsOf } from './common-options.ts';
import { IncompleteCommand, UsageError } from './errors.ts';
import { helpLayout, wrap } from './help/layout.ts';
import { bySection, sectionOf } from './help/sections.ts';
import type { CommandSpec, Entry, InputFor, OptionSpec } from './spec.ts';
import { type RawOptions, readOperands, readOptions } from './values.ts';
import type { TypedView } from './view.ts';

/** A command line that was understood: which command, with which values. */
export interface Invocation {
  entry: Entry;
  input: InputFor<CommandSpec>;
  view: TypedView;
}

type Remember = (input: Invocation['input'], view: TypedView) => void;

export interface ProgramSettings {
  t: Translator;
  version: string;
  /** Width of help texts, in columns. */
  columns: number;
}

export interface Program {
  /**
   * The command that was typed, or the help that was asked for.
   * @throws CommanderError for what is wrong with the words and options
   * @throws UsageError for values that do not fit
   */
  parse(args: readonly string[]): Invocation | { help: string };
  /** The help of the command or group with these words, or null when there is none. */
  help(words: readonly string[]): string | null;
}

/** The command tree as commander sees it. */
export function createProgram(settings: ProgramSettings): Program {
  const { t } = settings;
  let written = '';
  let found: Invocation | null = null;
  const root = prepare(new Command('lisa'), settings, (text) => {
    written += text;
  });
  describeRoot(root, settings);
  const plans: Plan[] = [];
  for (const entry of [...commands].sort((a, b) => bySection(a.spec.words, b.spec.words))) {
    const { spec } = entry;
    const remember: Remember = (input, view) => {
      const shared = root.opts<RawOptions>();
      readOptions({ options: globalOptions }, shared);
      if (spec.kind === 'plain' && shared['json'] === true)
        throw new UsageError('error.unknown-option', { option: '--json' }, 'error.see-help');
      found = { entry, input, view };
    };
    for (const words of spec.alias === undefined ? [spec.words] : [spec.words, spec.alias])
      plans.push(planCommand(root, words, spec, t, remember));
  }
  const grow = (typed: readonly string[]) => {
    for (const plan of plans) if (typed.includes(plan.firstWord)) plan.build();
  };
  return {
    parse(args) {
      written = '';
      grow(args);
      try {
        root.parse([...args], { from: 'user' });
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.exitCode === 0) return { help: written };
        if (error.code !== 'commander.help') throw error;
        throw new IncompleteCommand(pathOf(deepestGroup(root)), written);
      }
      if (found === null) throw new Error('the command line led to no command');
      return found;
    },
    help(words) {
      grow(words);
      const command = find(root, words);
      if (command === undefined) return null;
      written = '';
      command.outputHelp();
      return written;
    },
  };
}

/** Settings first: children made with `.command()` inherit them. */
function prepare(command: Command, { t, columns }: ProgramSettings, write: (text: string) => void): Command {
  return command
    .exitOverride()
    .configureOutput({
      writeOut: write,
      // Help of a group that lacks its second word goes here too; the texts of errors are made by `explain`.
      writeErr: (text) => {
        if (!text.startsWith('error: ')) write(text);
      },
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp(helpLayout(t))
    .helpCommand(false)
    .helpOption('-h, --help', t('option.help'))
    .showSuggestionAfterError(true);
}

function describeRoot(root: Command, { t, version, columns }: ProgramSettings): void {
  root.usage(t('program.usage-group')).description(t('program.summary'));
  addOptions(root, globalOptions, t);
  root.version(version, '-V, --version', t('option.version'));
  // Every command's --json may stand before its words too.
  root.addOption(new Option('--json').hideHelp());
  const examples = ['lisa demo', 'lisa login 8-900-123-45-67', 'lisa balance --json'];
  root.addHelpText('after', () => `\n${exampleText(examples, t)}\n\n${wrap(t('program.more'), columns)}`);
}

function exampleText(examples: readonly string[], t: Translator): string {
  return [t('program.examples'), ...examples.map((line) => `  ${line}`)].join('\n');
}

/** The group (`tariff` of `tariff switch`) a command belongs to, made on first use. */
function parentOf(root: Command, words: string, t: Translator): Command {
  const parents = words.split(' ').slice(0, -1);
  return parents.reduce<Command>((parent, word, index) => {
    const existing = parent.commands.find((child) => child.name() === word);
    if (existing) return existing;
    const summary = groups[parents.slice(0, index + 1).join(' ')];
    const group = parent.command(word).helpCommand(false).usage(t('program.usage-group'));
    if (parent === root) group.helpGroup(t(sectionOf(word)));
    return summary === undefined ? group : group.description(t(summary));
  }, root);
}

/** A command whose details are built when its first word is typed: the help of all the others needs a line each. */
interface Plan {
  firstWord: string;
  /** Does nothing the second time. */
  build(): void;
}

function planCommand(
  root: Command,
  words: string,
  spec: CommandSpec,
  t: Translator,
  remember: Remember,
): Plan {
  const [firstWord = words, secondWord] = words.split(' ');
  const sketched = secondWord === undefined ? sketch(root, words, spec, t) : undefined;
  if (secondWord !== undefined) parentOf(root, `${firstWord} ${secondWord}`, t);
  let built = false;
  return {
    firstWord,
    build() {
      if (!built) complete(sketched ?? sketch(parentOf(root, words, t), words, spec, t), spec, t, remember);
      built = true;
    },
  };
}

/** What the help of its parent shows of a command. */
function sketch(parent: Command, words: string, spec: CommandSpec, t: Translator): Command {
  const name = words.split(' ').at(-1) ?? words;
  const child = parent.command(name, { hidden: words === spec.alias }).summary(t(spec.summary));
  if (parent.parent === null) child.helpGroup(t(sectionOf(name)));
  for (const operand of Object.values(spec.operands)) {
    const bare = operand.variadic ? `${operand.name}...` : operand.name;
    const term = operand.required ? `<${bare}>` : `[${bare}]`;
    child.argument(term, withChoices(t(operand.summary), operand.choices));
  }
  return child;
}

function complete(child: Command, spec: CommandSpec, t: Translator, remember: Remember): void {
  child.description(t(spec.description ?? spec.summary));
  const operands = Object.values(spec.operands);
  const terms = child.registeredArguments.length === 0 ? '' : `${child.usage().replace('[options] ', '')} `;
  child.usage(`${terms}${t('program.usage-options')}`);
  addOptions(child, optionsOf(spec), t);
  child.addHelpText('after', () => `\n${exampleText(spec.examples, t)}`);
  // commander's own message does not name the word that is too much.
  child.allowExcessArguments(true).action((...received: unknown[]) => {
    const extra = operands.at(-1)?.variadic ? undefined : child.args[operands.length];
    if (extra !== undefined)
      throw new UsageError('error.extra-operand', { operand: extra }, 'error.see-help');
    const raw = child.opts<RawOptions>();
    const input = {
      options: readOptions(spec, raw),
      operands: readOperands(spec, received.slice(0, operands.length)),
      yes: raw['yes'] === true,
      dryRun: raw['dryRun'] === true,
    };
    remember(input, spec.subscriberReads ? readView(raw) : NO_VIEW);
  });
}

const NO_VIEW: TypedView = { subscriber: undefined, reason: undefined };

function readView({ as, reason }: RawOptions): TypedView {
  const text = (raw: RawOptions[string]) => (typeof raw === 'string' ? raw : undefined);
  return { subscriber: text(as), reason: text(reason) };
}

function addOptions(command: Command, options: Readonly<Record<string, OptionSpec>>, t: Translator): void {
  for (const [key, option] of Object.entries(options)) {
    const value = option.type === 'flag' ? '' : ` <${option.value ?? option.type.toUpperCase()}>`;
    const flags = `${longFlag(key)}${value}`;
    const choices = option.type === 'choice' ? option.choices : undefined;
    command.addOption(
      new Option(
        option.short === undefined ? flags : `-${option.short}, ${flags}`,
        withChoices(t(option.summary), choices),
      ),
    );
  }
}

function withChoices(summary: string, choices: readonly string[] | undefined): string {
  return choices === undefined ? summary : `${summary} (${choices.join(', ')})`;
}

function find(root: Command, words: readonly string[]): Command | undefined {
  return words.reduce<Command | undefined>(
    (parent, word) => parent?.commands.find((child) => child.name() === word),
    root,
  );
}

/** The group whose second word is missing: commander remembers the words it has walked over. */
function deepestGroup(root: Command): Command {
  const next = find(root, root.args.slice(0, 1));
  return next === undefined || next === root ? root : deepestGroup(next);
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
