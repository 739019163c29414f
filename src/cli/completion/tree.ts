import type { Translator } from '../../messages/index.ts';
import { commands, groups } from '../commands/index.ts';
import { optionsOf as allOptions, globalOptions, longFlag } from '../common-options.ts';
import { bySection } from '../help/sections.ts';
import { topics } from '../help/topics.ts';
import type { CommandSpec, OperandSpec, OptionSpec } from '../spec.ts';

/** What can be typed: one of these words, the name of a file, or text that cannot be guessed. */
export type Values = { kind: 'words'; words: readonly string[] } | { kind: 'file' } | { kind: 'text' };

export interface CompletedOption {
  /** `--format` */
  long: string;
  /** `-y` */
  short?: string;
  summary: string;
  /** Absent for a flag. */
  value?: { name: string; values: Values };
}

export interface CompletedOperand {
  summary: string;
  values: Values;
  variadic: boolean;
}

/** A place in the command line and what can follow it. */
export interface Place {
  /** The words typed so far: `tariff switch`; empty after the program's name. */
  path: string;
  children: readonly { word: string; summary: string }[];
  options: readonly CompletedOption[];
  operands: readonly CompletedOperand[];
}

/** Every place of the command tree, the root first: the only thing that the scripts are made from. */
export function completionTree(t: Translator): readonly Place[] {
  const specs = commands.flatMap(({ spec }) =>
    spec.alias === undefined ? [spec] : [spec, { ...spec, words: spec.alias }],
  );
  const paths = [...new Set(specs.flatMap(({ words }) => beginnings(words)))].sort(bySection);
  const specOf = (path: string) => specs.find(({ words }) => words === path);
  const childrenOf = (path: string) =>
    paths
      .filter((candidate) => parentOf(candidate) === path)
      .map((child) => ({ word: lastWord(child), summary: summaryOf(child, specOf(child), t) }));
  const places = ['', ...paths].map((path) => ({
    path,
    children: childrenOf(path),
    options: optionsOf(path, specOf(path), t),
    operands: operandsOf(specOf(path), t),
  }));
  return places
    .map((place) => (place.path === 'help' ? withTopics(place, childrenOf(''), t) : place))
    .concat(places.filter(({ path, children }) => path !== '' && children.length > 0).map(asHelp));
}

/** `help tariff` is followed by what follows `tariff`. */
function asHelp({ path, children }: Place): Place {
  return { path: `help ${path}`, children, options: [], operands: [] };
}

function withTopics(help: Place, commandWords: Place['children'], t: Translator): Place {
  const topicWords = topics.map((word) => ({ word, summary: t('help.topic') }));
  return { ...help, operands: [], children: [...topicWords, ...commandWords] };
}

function optionsOf(path: string, spec: CommandSpec | undefined, t: Translator): readonly CompletedOption[] {
  const own = spec === undefined ? {} : allOptions(spec);
  const help: CompletedOption = { long: '--help', short: '-h', summary: t('option.help') };
  const version: CompletedOption = { long: '--version', short: '-V', summary: t('option.version') };
  const declared = Object.entries({ ...own, ...globalOptions }).map(([key, option]) =>
    optionOf(key, option, t),
  );
  return [...declared, help, ...(path === '' ? [version] : [])];
}

function optionOf(key: string, option: OptionSpec, t: Translator): CompletedOption {
  return {
    long: longFlag(key),
    ...(option.short === undefined ? {} : { short: `-${option.short}` }),
    summary: t(option.summary),
    ...(option.type === 'flag'
      ? {}
      : { value: { name: option.value ?? option.type.toUpperCase(), values: valuesOf(option) } }),
  };
}

function operandsOf(spec: CommandSpec | undefined, t: Translator): readonly CompletedOperand[] {
  return Object.values(spec?.operands ?? {}).map((operand) => ({
    summary: t(operand.summary),
    values: valuesOf(operand),
    variadic: operand.variadic === true,
  }));
}

function valuesOf(declared: OptionSpec | OperandSpec): Values {
  if ('choices' in declared && declared.choices !== undefined)
    return { kind: 'words', words: declared.choices };
  return { kind: declared.complete === 'file' ? 'file' : 'text' };
}

function summaryOf(path: string, spec: CommandSpec | undefined, t: Translator): string {
  const key = spec?.summary ?? groups[path];
  return key === undefined ? path : t(key);
}

/** `tariff`, `tariff switch` of `tariff switch`. */
function beginnings(words: string): string[] {
  return words.split(' ').map((_, index, all) => all.slice(0, index + 1).join(' '));
}

function parentOf(path: string): string {
  return path.split(' ').slice(0, -1).join(' ');
}

function lastWord(path: string): string {
  return path.split(' ').at(-1) ?? path;
}
