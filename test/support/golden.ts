import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const GOLDEN = join(import.meta.dirname, '../golden/json');

/**
 * Holds the keys of a `--json` object against `test/golden/json/<schema>.json`. `UPDATE_GOLDEN=1` writes the file
 * instead. The keys below a list that is empty in this run are not missed.
 */
export function expectGoldenKeys(stdout: string): void {
  const object: unknown = JSON.parse(stdout);
  if (!isRecord(object) || typeof object['schema'] !== 'string') throw new Error(`no schema in: ${stdout}`);
  expect(Object.keys(object)[0], 'schema comes first').toBe('schema');
  const { schema } = object;
  const file = join(GOLDEN, `${schema}.json`);
  const found = keyPaths(object);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  if (!existsSync(file)) throw new Error(`${file} is missing; UPDATE_GOLDEN=1 writes it`);
  const golden = JSON.parse(readFileSync(file, 'utf8')) as string[];
  const empty = emptyLists(object).filter((list) => !found.some((path) => path.startsWith(`${list}[]`)));
  expect(found, schema).toEqual(golden.filter((path) => !empty.some((list) => path.startsWith(`${list}[]`))));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths of the leaves, sorted: `items[].price.amount`. */
function keyPaths(value: unknown): string[] {
  return [...new Set(leaves(value, ''))].sort();
}

function leaves(value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? [path] : [path, ...value.flatMap((item) => leaves(item, `${path}[]`))];
  }
  if (!isRecord(value)) return [path];
  return Object.entries(value).flatMap(([key, member]) =>
    leaves(member, path === '' ? key : `${path}.${key}`),
  );
}

function emptyLists(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? [path] : value.flatMap((item) => emptyLists(item, `${path}[]`));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    emptyLists(member, path === '' ? key : `${path}.${key}`),
  );
}
