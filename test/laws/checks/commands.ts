import { longFlag, optionsOf } from '../../../src/cli/common-options.ts';
import type { CommandSpec, OperandSpec, OptionSpec } from '../../../src/cli/spec.ts';

/** The command tree as text: one line for each command, with its operands, options and their values. */
export function commandTree(specs: readonly CommandSpec[]): string {
  const lines = specs.flatMap((spec) => [
    ['lisa', spec.words, ...operandWords(spec), ...optionWords(spec)].join(' '),
    ...(spec.alias === undefined ? [] : [`lisa ${spec.alias} = lisa ${spec.words}`]),
  ]);
  return `${lines.sort().join('\n')}\n`;
}

function operandWords({ operands }: CommandSpec): string[] {
  return Object.values(operands).map((operand: OperandSpec) => {
    const name = (operand.choices?.join('|') ?? operand.name) + (operand.variadic ? '...' : '');
    return operand.required ? `<${name}>` : `[${name}]`;
  });
}

function optionWords(spec: CommandSpec): string[] {
  return Object.entries(optionsOf(spec))
    .map(([key, option]: [string, OptionSpec]) => {
      const flags = option.short === undefined ? longFlag(key) : `-${option.short}|${longFlag(key)}`;
      if (option.type === 'flag') return flags;
      return `${flags}=${option.type === 'choice' ? option.choices.join('|') : option.type}`;
    })
    .sort();
}

/** The files that a command has to have: its behaviour, its test, and the keys of its `--json`. */
export function filesOf(spec: CommandSpec): { behaviour: string; test: string; golden: string | null } {
  const words = spec.words.split(' ');
  const path = words.length === 1 ? `${spec.words}/${spec.words}` : words.join('/');
  return {
    behaviour: `src/cli/commands/${path}.ts`,
    test: `test/cli/${path}.test.ts`,
    golden: spec.kind === 'plain' ? null : `test/golden/json/${words.join('-')}/1.json`,
  };
}

/** Files that are missing, by what `exists` knows. */
export function missingFiles(specs: readonly CommandSpec[], exists: (path: string) => boolean): string[] {
  return specs
    .flatMap((spec) => Object.values(filesOf(spec)))
    .filter((path): path is string => path !== null && !exists(path))
    .sort();
}

/** The words of an example up to the first sign that belongs to the shell, without leading assignments. */
export function exampleWords(example: string): string[] {
  const words = [...example.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const start = words.indexOf('lisa') + 1;
  const end = words.findIndex((word, index) => index >= start && /^(\||\|\||&&|;|>|>>|<|2>|&)$/.test(word));
  return words.slice(start, end === -1 ? undefined : end);
}
