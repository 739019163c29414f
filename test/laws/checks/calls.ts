import { Visitor } from 'oxc-parser';
import { lineOf, parse, type Source } from './source.ts';

/** The only files that touch the process, the clock, randomness and the console. */
const HOSTS: ReadonlySet<string> = new Set([
  'src/cli/host.ts',
  'src/cabinet/main.ts',
  'src/cabinet/sandbox/main.ts',
  'src/acquirer/main.ts',
  'src/acquirer/browser/checkout.ts',
]);

const GLOBALS: ReadonlySet<string> = new Set(['process', 'console']);

const METHODS: ReadonlySet<string> = new Set([
  'Date.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

/** What `node:crypto` must not be opened for. */
const IMPORTS: ReadonlySet<string> = new Set([
  'randomUUID',
  'randomBytes',
  'randomInt',
  'randomFillSync',
  'randomFill',
  'getRandomValues',
]);

const MODULES: ReadonlySet<string> = new Set(['node:process', 'node:console']);

/** Every inline contact with the world: the process, the console, the clock or randomness. */
export function callViolations(sources: readonly Source[]): string[] {
  return sources.filter(({ path }) => !HOSTS.has(path)).flatMap(contacts);
}

function contacts(source: Source): string[] {
  const found: string[] = [];
  const tell = (what: string, start: number) =>
    void found.push(`${source.path}:${lineOf(source, start)}: ${what}`);
  const { program, module } = parse(source);
  for (const { moduleRequest, entries, start } of module.staticImports) {
    if (MODULES.has(moduleRequest.value)) tell(moduleRequest.value, start);
    for (const { importName } of entries) {
      const name = importName.name ?? '';
      if (moduleRequest.value === 'node:crypto' && IMPORTS.has(name)) tell(name, start);
    }
  }
  new Visitor({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier') return;
      const { name } = node.object;
      const member = node.property.type === 'Identifier' ? node.property.name : '';
      if (GLOBALS.has(name) || METHODS.has(`${name}.${member}`)) tell(`${name}.${member}`, node.start);
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        tell('new Date()', node.start);
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') tell('Date()', node.start);
    },
  }).visit(program);
  return found;
}
