import { commands } from '../commands/index.ts';
import { globalOptions, longFlag, optionsOf } from '../common-options.ts';

/** Which command was typed, with which options; nothing of what follows them. */
export interface TypedCommand {
  command: string | null;
  options: string[];
}

/** Only words that are declared are told, so that no operand and no value of an option can be among them. */
export function typedCommand(args: readonly string[]): TypedCommand {
  const end = args.indexOf('--');
  const typed = end === -1 ? args : args.slice(0, end);
  const [found] = commands
    .map(({ spec }) => spec)
    .filter(({ words }) => containsInOrder(typed, words.split(' ')))
    .sort((first, second) => second.words.length - first.words.length);
  const declared = { ...globalOptions, ...(found && optionsOf(found)) };
  const names = typed.map((word) => word.split('=', 1)[0]);
  return {
    command: found?.words ?? null,
    options: Object.keys(declared)
      .map(longFlag)
      .filter((flag) => names.includes(flag)),
  };
}

function containsInOrder(typed: readonly string[], words: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    const at = typed.indexOf(word, from);
    from = at + 1;
    return at !== -1;
  });
}
