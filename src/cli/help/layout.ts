import { type Argument, type Command, Help, type HelpConfiguration } from 'commander';
import type { Translator } from '../../messages/index.ts';
import type { Host } from '../host.ts';

/** Columns below which text is left as it is. */
const NARROWEST = 16;

/** How help texts are laid out: commands before options, headings in the reader's language, narrow columns wrapped too. */
export function helpLayout(t: Translator): HelpConfiguration {
  return {
    showGlobalOptions: true,
    minWidthToWrap: NARROWEST,
    subcommandTerm: (child) => [child.name(), ...child.registeredArguments.map(operandTerm)].join(' '),
    formatHelp(command, helper) {
      const description = helper.boxWrap(helper.commandDescription(command), helper.helpWidth ?? 80);
      const blocks = [
        `${t('program.usage')} ${helper.commandUsage(command)}`,
        description,
        ...lists(command, helper, t).map(({ title, items }) => [title, ...items].join('\n')),
      ];
      return `${blocks.join('\n\n')}\n`;
    },
  };
}

/** The lists of a help text that are not empty. */
function lists(command: Command, helper: Help, t: Translator): { title: string; items: string[] }[] {
  const width = helper.padWidth(command, helper);
  const item = (term: string, description: string) => helper.formatItem(term, width, description, helper);
  const children = helper.visibleCommands(command);
  const titles = [...new Set(children.map((child) => child.helpGroup()))];
  return [
    ...titles.map((title) => ({
      title: title || t('program.commands'),
      items: children
        .filter((child) => child.helpGroup() === title)
        .map((child) => item(helper.subcommandTerm(child), helper.subcommandDescription(child))),
    })),
    {
      title: t('program.arguments'),
      items: helper.visibleArguments(command).map((operand) => item(operand.name(), operand.description)),
    },
    {
      title: t('program.options'),
      items: helper.visibleOptions(command).map((option) => item(option.flags, option.description)),
    },
    {
      title: t('program.global-options'),
      items: helper.visibleGlobalOptions(command).map((option) => item(option.flags, option.description)),
    },
  ].filter(({ items }) => items.length > 0);
}

function operandTerm(operand: Argument): string {
  const word = operand.variadic ? `${operand.name()}...` : operand.name();
  return operand.required ? `<${word}>` : `[${word}]`;
}

/** Wraps paragraphs to `columns`; indented lines are commands to copy and stay whole. */
export function wrap(text: string, columns: number): string {
  const helper = plainHelper(columns);
  return text
    .split('\n')
    .map((line) => (line.startsWith('  ') ? line : helper.boxWrap(line, columns)))
    .join('\n');
}

/** Aligned pairs of a term and its explanation. */
export function definitions(rows: readonly (readonly [string, string])[], columns: number): string {
  const helper = plainHelper(columns);
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, text]) => helper.formatItem(term, width, text, helper)).join('\n');
}

function plainHelper(columns: number): Help {
  const helper = new Help();
  helper.helpWidth = columns;
  helper.minWidthToWrap = NARROWEST;
  return helper;
}

/** Width of help texts: `COLUMNS`, then the terminal's width, then 80. */
export function helpColumns(host: Pick<Host, 'env' | 'stdout'>): number {
  const wish = Number(host.env['COLUMNS']);
  return Number.isInteger(wish) && wish > 0 ? wish : host.stdout.columns || 80;
}
