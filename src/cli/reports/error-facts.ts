import { join, relative } from 'node:path';
import type { Mask } from './mask.ts';

/** An error as a report tells it. */
export interface ErrorFacts {
  name: string;
  /** Of the system: `ENOTDIR`. */
  code?: string;
  syscall?: string;
  /** A file of ours, from the folder it is in: `data/sandbox`. */
  file?: string;
  message: string;
  stack: string[];
}

const MOST_FRAMES = 40;
const MOST_CAUSES = 5;

/** An error and what is behind it, without what was typed or received. */
export function errorFacts(
  error: unknown,
  folders: Readonly<Record<'config' | 'data', string>>,
  mask: Mask,
): ErrorFacts[] {
  const facts: ErrorFacts[] = [];
  for (let each = error; each !== undefined && facts.length < MOST_CAUSES; each = causeOf(each))
    facts.push(factsOf(each, folders, mask));
  return facts;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function factsOf(error: unknown, folders: Readonly<Record<string, string>>, mask: Mask): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: [] };
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  const file = typeof path === 'string' ? ours(path, folders) : undefined;
  return {
    name: word(error.name),
    ...(typeof code === 'string' ? { code: word(code) } : {}),
    ...(typeof syscall === 'string' ? { syscall: word(syscall) } : {}),
    ...(file === undefined ? {} : { file: mask(file) }),
    message: mask(withoutValues(error.message)),
    stack: framesOf(error).map(mask),
  };
}

function word(text: string): string {
  return text.replace(/\W+/g, '_').slice(0, 60);
}

/** A path that somebody typed may hold a name; those in our folders are ours. */
function ours(path: string, folders: Readonly<Record<string, string>>): string | undefined {
  for (const [name, folder] of Object.entries(folders)) {
    const inside = relative(folder, path);
    if (!inside.startsWith('..') && !inside.startsWith('/')) return join(name, inside);
  }
  return undefined;
}

/**
 * The words of the program up to the first value in them. V8 quotes what could not be read, which may be a reply of the
 * cabinet with quotes of its own; what it says of a property is a word of the program.
 */
function withoutValues(message: string): string {
  const [line = ''] = message.split('\n', 1);
  if (PROPERTY.test(line)) return line;
  return line
    .replace(/["'`\u00ab\u201c].*$/, '…')
    .replace(/[^ -~\u2026]+|\d{4,}/g, '…')
    .slice(0, 300);
}

const PROPERTY =
  /^Cannot (?:read|set) properties of (?:undefined|null) \((?:reading|setting) '[\w$]{1,40}'\)$/;

/** The lines of a stack that are places in code; the others repeat the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/\bdata:.*/, 'data:…'))
    .filter((line) => line.startsWith('at '))
    .slice(0, MOST_FRAMES);
}
