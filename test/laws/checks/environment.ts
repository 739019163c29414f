import type { Source } from './source.ts';

/** Variables of the environment that the program reads, by name in upper case. */
export function variablesRead(sources: readonly Source[]): string[] {
  const names = sources.flatMap(({ text }) => [
    ...[...text.matchAll(/\benv\[['"](\w+)['"]\]|\benv\.([A-Z]\w+)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
    ...[...text.matchAll(/\b(?:LISA|XDG)_[A-Z_]+\b/g)].map((match) => match[0]),
  ]);
  return [...new Set(names.map((name) => name.toUpperCase()))].sort();
}
