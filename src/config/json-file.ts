import { readFile } from 'node:fs/promises';
import { ConfigError } from './errors.ts';

/** A file of ours: JSON with the version of its form. */
export type JsonFile = Readonly<Record<string, unknown>>;

/**
 * The object in `file`; undefined when there is no such file. It is never repaired nor replaced when it is wrong.
 * @throws ConfigError `corrupt` with file and line, `newer` when its form is later than `version`, `unreadable`
 */
export async function readJsonFile(file: string, version: number): Promise<JsonFile | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new ConfigError('unreadable', { file, reason: error.code ?? error.message }, error);
  });
  return text === undefined ? undefined : parseJsonFile(text, file, version);
}

function parseJsonFile(text: string, file: string, version: number): JsonFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ConfigError('corrupt', { file, line: lineOf(error, text) }, error);
  }
  if (!isRecord(value)) throw new ConfigError('corrupt', { file, line: 1 });
  const found = value['version'];
  if (typeof found === 'number' && found > version) throw new ConfigError('newer', { file, version: found });
  return value;
}

/** V8 tells a position, or line and column, or nothing when the text just ends. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
