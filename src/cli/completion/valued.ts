import type { CompletedOption, Place } from './tree.ts';

/** The options of the whole tree that take a value, once each, as they are typed. */
export function valuedFlags(tree: readonly Place[]): readonly string[] {
  const options = tree.flatMap((place) => place.options).filter((option) => option.value !== undefined);
  return [...new Set(options.flatMap(flagsOf))];
}

/** `-y` and `--yes`. */
export function flagsOf(option: CompletedOption): string[] {
  return option.short === undefined ? [option.long] : [option.short, option.long];
}
