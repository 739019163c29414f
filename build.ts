import { builtinModules, createRequire } from 'node:module';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** What `npm run build` makes in `dist/`: the CLI, the server, and the packages that only some commands need. */

const require = createRequire(import.meta.url);

/**
 * Node's own modules on first use. A static import of one evaluates everything it exports, and some of that is dear:
 * `node:crypto`, `node:util` and `node:process` alone cost a third of a bare start.
 */
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup({ onResolve, onLoad }) {
    const known = new Set(builtinModules);
    onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z]+)?$/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      return known.has(name) ? { path: name, namespace: 'builtin' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: lazyModule(path),
      loader: 'js',
    }));
  },
};

/** The names are on a prototype, where esbuild's glue between module systems does not look for them one by one. */
function lazyModule(name: string): string {
  if (name === 'process') return 'export default process;';
  const value = `process.getBuiltinModule(${JSON.stringify(name)})`;
  if (typeof require(`node:${name}`) === 'function') return `module.exports=${value};`;
  return `module.exports=Object.create(new Proxy({},{get:(_,name)=>${value}[name]}));`;
}

/** Packages that not every command needs, each in a file of its own beside the CLI. */
const PACKAGES: Readonly<Record<string, string>> = {
  chalk: 'chalk',
  'cli-table3': 'cli-table3',
  conf: 'conf',
  inquirer: 'inquirer',
  'typebox/compile': 'typebox-compile',
  'typebox/schema': 'typebox-schema',
  undici: 'undici',
  'undici/lib/dispatcher/client.js': 'undici-client',
};

/** Our own modules that are files of their own: the server, each language, and everything `--version` can do without. */
const FILES: readonly [RegExp, string][] = [
  [/\/cabinet\/main\.ts$/, 'cabinet'],
  [/\/command-line\.ts$/, 'commands'],
  [/\/en\/index\.ts$/, 'messages-en'],
  [/\/ru\/index\.ts$/, 'messages-ru'],
];

/** Leaves those packages and files out of the file that imports them. */
const apart: Plugin = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\w/ }, ({ path }) =>
      Object.hasOwn(PACKAGES, path) ? { path, namespace: 'package' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'package' }, async ({ path }) => ({
      contents: await lazyPackage(path),
    }));
    onResolve({ filter: /.*/, namespace: 'package' }, ({ path }) => ({ path, external: true }));
    for (const [filter, file] of FILES) {
      onResolve({ filter }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${file}.js`, external: true } : undefined,
      );
    }
  },
};

/** Through `require`, because a static import of another file is never lazy. */
async function lazyPackage(name: string): Promise<string> {
  const names = Object.keys(await import(name)).filter((key) => /^\w+$/.test(key) && key !== 'default');
  const exported = names.length === 0 ? '' : `export const {${names.join(',')}}=loaded;`;
  return `const loaded=require('./packages/${PACKAGES[name]}.cjs');export default loaded.default??loaded;${exported}`;
}

/** The operations of the contract as the plain data that they are: making their schemas at each start is slow. */
const evaluated: Plugin = {
  name: 'evaluated',
  setup({ onLoad }) {
    onLoad({ filter: /\/contract\/operations\/\w+\.ts$/ }, async ({ path }) => {
      const exported = Object.entries((await import(path)) as object);
      return {
        contents: exported
          .map(([name, value]) => `export const ${name}=${JSON.stringify(value)};`)
          .join('\n'),
      };
    });
  },
};

const common: BuildOptions = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node22.19',
  legalComments: 'none',
};

const cli: BuildOptions = {
  ...common,
  format: 'esm',
  minify: true,
  banner: { js: 'const require=process.getBuiltinModule("module").createRequire(import.meta.url);' },
  external: ['keytar'],
  plugins: [lazyBuiltins, apart, evaluated],
};

await build({ ...cli, entryPoints: { lisa: 'bin/main.ts' } });
await build({ ...cli, entryPoints: { commands: 'src/cli/command-line.ts' } });
await build({
  ...common,
  format: 'esm',
  entryPoints: { 'messages-en': 'src/messages/en/index.ts', 'messages-ru': 'src/messages/ru/index.ts' },
});
await build({
  ...common,
  entryPoints: Object.fromEntries(Object.entries(PACKAGES).map(([name, file]) => [`packages/${file}`, name])),
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  plugins: [lazyBuiltins],
});
await build({
  ...common,
  entryPoints: { cabinet: 'src/cabinet/main.ts', sandbox: 'src/cabinet/sandbox/main.ts' },
  format: 'esm',
  splitting: true,
  chunkNames: 'server/[name]-[hash]',
  packages: 'external',
});
