import type { MessageKey, Translator } from '../../messages/index.ts';
import { commands } from '../commands/index.ts';
import { globalOptions, longFlag, optionsOf } from '../common-options.ts';
import { exitCodes } from '../exit-codes.ts';
import type { CommandSpec, OperandSpec, OptionSpec } from '../spec.ts';
import { bySection, sectionOf } from './sections.ts';
import { variables } from './variables.ts';

/** The manual page (section 1) in the macros of man(7), made from the command declarations and the help texts. */
export function manPage(t: Translator, version: string): string {
  const topic = (heading: string, key: MessageKey) => [`.SH ${heading}`, ...paragraphs(t(key))];
  const summary = text(t('program.summary').replace(/\.$/, ''));
  const lines = [
    `.TH LISA 1 "" "lisa ${version}" "${summary}"`,
    '.SH NAME',
    `lisa \\- ${summary}`,
    '.SH SYNOPSIS',
    '\\fBlisa\\fR \\fICOMMAND\\fR [\\fIOPERANDS\\fR] [\\fIOPTIONS\\fR]',
    '.SH COMMANDS',
    ...sectioned(t),
    '.SH OPTIONS OF EVERY COMMAND',
    ...options(globalOptions, t),
    ...topic('OUTPUT', 'topic.output'),
    ...topic('SCRIPTS', 'topic.scripting'),
    ...topic('SECURITY', 'topic.security'),
    ...topic('ENVIRONMENT', 'topic.environment'),
    ...variables.flatMap((name) => term(bold(name), t(`variable.${name}`))),
    ...paragraphs(t('topic.precedence')),
    ...topic('EXIT STATUS', 'topic.exit-codes'),
    ...exits.flatMap((name) => term(bold(String(exitCodes[name])), t(`exit.${name}`))),
  ];
  return `${lines.join('\n')}\n`;
}

const exits = Object.keys(exitCodes) as (keyof typeof exitCodes)[];

/** The commands under the headings of the root help. */
function sectioned(t: Translator): string[] {
  const specs = commands.map(({ spec }) => spec).sort((a, b) => bySection(a.words, b.words));
  const titles = [...new Set(specs.map(({ words }) => sectionOf(firstWord(words))))];
  return titles.flatMap((title) => [
    `.SS "${text(t(title).replace(/:$/, ''))}"`,
    ...specs.filter(({ words }) => sectionOf(firstWord(words)) === title).flatMap((spec) => command(spec, t)),
  ]);
}

function firstWord(words: string): string {
  return words.split(' ')[0] ?? words;
}

function command(spec: CommandSpec, t: Translator): string[] {
  const operands = Object.values(spec.operands);
  const typed = [bold(`lisa ${spec.words}`), ...operands.map(operandTerm)].join(' ');
  return [
    ...term(typed, t(spec.description ?? spec.summary)),
    '.RS',
    ...operands.flatMap((operand) => term(italic(operand.name), withChoices(t(operand.summary), operand))),
    ...options(optionsOf(spec), t),
    ...spec.examples.map((example) => `.PP\n.EX\n${text(example)}\n.EE`),
    '.RE',
  ];
}

function operandTerm({ name, required, variadic }: OperandSpec): string {
  const word = italic(variadic ? `${name}...` : name);
  return required ? word : `[${word}]`;
}

function options(declared: Readonly<Record<string, OptionSpec>>, t: Translator): string[] {
  return Object.entries(declared).flatMap(([key, option]) => {
    const short = option.short === undefined ? '' : `${bold(`-${option.short}`)}, `;
    const value = option.type === 'flag' ? '' : ` ${italic(option.value ?? option.type.toUpperCase())}`;
    return term(`${short}${bold(longFlag(key))}${value}`, withChoices(t(option.summary), option));
  });
}

function withChoices(summary: string, declared: OptionSpec | OperandSpec): string {
  const choices = 'choices' in declared ? declared.choices : undefined;
  return choices === undefined ? summary : `${summary} (${choices.join(', ')})`;
}

/** A term, already in roff, and its explanation. */
function term(tag: string, explanation: string): string[] {
  return ['.TP', tag, text(explanation)];
}

/** Paragraphs of a help text; indented lines are commands to copy and stay as they are. */
function paragraphs(message: string): string[] {
  return message.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    return line.startsWith('  ') ? ['.PP', '.EX', text(line), '.EE'] : ['.PP', text(line)];
  });
}

const bold = (words: string) => `\\fB${text(words)}\\fR`;
const italic = (words: string) => `\\fI${text(words)}\\fR`;

/** Text in which nothing is a request or an escape of roff, and which is copied as it was written. */
function text(plain: string): string {
  const named: Record<string, string> = {
    '\\': '\\e',
    '-': '\\-',
    '"': '\\(dq',
    "'": '\\(aq',
    '^': '\\(ha',
    '~': '\\(ti',
  };
  return plain.replace(/[\\"'^~-]/g, (sign) => named[sign] ?? sign).replace(/^\./gm, '\\&.');
}
