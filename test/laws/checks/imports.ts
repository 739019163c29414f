import { dirname, join } from 'node:path/posix';
import { lineOf, parse, type Source } from './source.ts';

/** What a room may open besides itself. A path that ends in `/` is a room, another one is a single file. */
interface Rule {
  room: string;
  may: readonly string[];
  /** Opened for its types, and for the functions of the files called `reader.ts`. */
  reads?: string;
}

/** The narrowest rule that fits a file counts (docs/architecture.md). */
const RULES: readonly Rule[] = [
  { room: 'src/shared/', may: [] },
  { room: 'src/contract/', may: ['src/shared/'] },
  { room: 'src/messages/', may: ['src/shared/', 'src/contract/errors.ts'] },
  { room: 'src/client/', may: ['src/contract/', 'src/shared/'] },
  { room: 'src/config/', may: ['src/shared/'] },
  { room: 'src/auth/', may: ['src/config/', 'src/contract/', 'src/shared/'] },
  {
    room: 'src/cli/',
    may: ['src/auth/', 'src/config/', 'src/client/', 'src/messages/', 'src/contract/', 'src/shared/'],
  },
  { room: 'src/acquirer/', may: ['src/shared/'] },
  { room: 'src/cabinet/', may: ['src/contract/', 'src/shared/'] },
  {
    room: 'src/cabinet/domain/',
    may: ['src/shared/', 'src/cabinet/storage/', 'src/cabinet/settings.ts', 'src/cabinet/acquirer/port.ts'],
  },
  { room: 'src/cabinet/storage/', may: ['src/shared/'] },
  {
    room: 'src/cabinet/routes/',
    may: [
      'src/contract/',
      'src/shared/',
      'src/cabinet/http/',
      'src/cabinet/domain/',
      'src/cabinet/settings.ts',
    ],
    reads: 'src/cabinet/storage/',
  },
];

/** Packages that belong to one part of a room: nobody else opens them, except for types. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  kysely: ['src/cabinet/storage/'],
  pg: ['src/cabinet/storage/'],
  '@electric-sql/pglite': ['src/cabinet/storage/'],
  'prom-client': ['src/cabinet/metrics/'],
  fastify: ['src/cabinet/http/', 'src/cabinet/app.ts', 'src/acquirer/'],
  undici: ['src/client/'],
  conf: ['src/config/'],
  keytar: ['src/auth/'],
  inquirer: ['src/cli/prompts/'],
  'cli-table3': ['src/cli/render/'],
  commander: ['src/cli/program.ts', 'src/cli/help/', 'src/cli/explain.ts', 'src/cli/explain-command-line.ts'],
};

/** Every import that the rooms do not allow, as `file:line opens what`. */
export function importViolations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((found) => !allowed(source.path, found))
      .map(({ target, offset }) => `${source.path}:${lineOf(source, offset)} opens ${target}`),
  );
}

interface Import {
  /** A path from the root of the project, or the name of a package. */
  target: string;
  /** Nothing of it is left when the program runs. */
  typeOnly: boolean;
  offset: number;
}

/** Static, re-exporting and dynamic imports. */
function importsOf(source: Source): Import[] {
  const { staticImports, staticExports, dynamicImports } = parse(source).module;
  const found = [
    ...staticImports.map(({ moduleRequest, entries }) => ({
      ...moduleRequest,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [{ ...moduleRequest, typeOnly: isType }],
      ),
    ),
    ...dynamicImports.map(({ moduleRequest }) => ({ ...moduleRequest, typeOnly: false })),
  ];
  return found.map(({ start, end, typeOnly }) => {
    const name = source.text.slice(start + 1, end - 1);
    const target = name.startsWith('.') ? join(dirname(source.path), name) : name;
    return { target, typeOnly, offset: start };
  });
}

function allowed(path: string, { target, typeOnly }: Import): boolean {
  if (!target.startsWith('src/')) return typeOnly || mayOpenPackage(path, target);
  const rules = RULES.filter(({ room }) => path.startsWith(room));
  const rule = rules.sort((first, second) => second.room.length - first.room.length)[0];
  if (rule === undefined) return false;
  if ([rule.room, ...rule.may].some((place) => covers(place, target))) return true;
  const read = rule.reads !== undefined && covers(rule.reads, target);
  return read && (typeOnly || target.endsWith('/reader.ts'));
}

function mayOpenPackage(path: string, name: string): boolean {
  const owner = Object.keys(OWNERS).find((owned) => name === owned || name.startsWith(`${owned}/`));
  const places = owner === undefined ? undefined : OWNERS[owner];
  return places === undefined || places.some((place) => covers(place, path));
}

function covers(place: string, target: string): boolean {
  return place.endsWith('/') ? target.startsWith(place) : target === place;
}
