import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';

/** A file as the laws see it: its path from the root of the project, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** The TypeScript files below a folder of the project. */
export function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const parsed = new WeakMap<Source, ParseResult>();

/** The syntax tree of a file. @throws Error when it cannot be parsed */
export function parse(source: Source): ParseResult {
  const known = parsed.get(source);
  if (known) return known;
  const result = parseSync(source.path, source.text);
  if (result.errors.length > 0) throw new Error(`${source.path}: ${result.errors[0]?.message}`);
  parsed.set(source, result);
  return result;
}

/** The line of an offset, counted from 1. */
export function lineOf({ text }: Source, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
