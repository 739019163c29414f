import { builtinModules, createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
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
  if (name === 'assert') return LAZY_ASSERT;
  const value = `process.getBuiltinModule(${JSON.stringify(name)})`;
  if (typeof require(`node:${name}`) === 'function') return `module.exports=${value};`;
  return `module.exports=Object.create(new Proxy({},{get:(_,name)=>${value}[name]}));`;
}

/** An assertion that holds needs nothing. */
const LAZY_ASSERT = `const real=()=>process.getBuiltinModule('assert');
module.exports=Object.setPrototypeOf((value,...rest)=>value||real()(value,...rest),new Proxy({},{get:(_,name)=>real()[name]}));`;

/** Packages that not every command needs, each in a file of its own beside the CLI, and what is used of them. */
const PACKAGES: Readonly<Record<string, { file: string; uses: readonly string[] }>> = {
  chalk: { file: 'chalk', uses: ['Chalk'] },
  'card-validator/dist/luhn-10.js': { file: 'luhn-10', uses: ['default'] },
  'cli-table3': { file: 'cli-table3', uses: ['default'] },
  conf: { file: 'conf', uses: ['default'] },
  'csv-parse/sync': { file: 'csv-parse', uses: ['parse', 'CsvError'] },
  fflate: { file: 'fflate', uses: ['strToU8', 'zipSync'] },
  inquirer: { file: 'inquirer', uses: ['default'] },
  open: { file: 'open', uses: ['default'] },
  'typebox/compile': { file: 'typebox-compile', uses: ['Compile'] },
  'typebox/schema': { file: 'typebox-schema', uses: ['Check'] },
  undici: { file: 'undici', uses: ['ProxyAgent'] },
  uqr: { file: 'uqr', uses: ['encode'] },
  'undici/lib/core/connect.js': { file: 'undici-connect', uses: ['default'] },
  'undici/lib/dispatcher/client.js': { file: 'undici-client', uses: ['default'] },
};

/** Our own modules that are files of their own: each language, and everything that `--version` can do without. */
const FILES: readonly [RegExp, string][] = [
  [/\/command-line\.ts$/, 'commands.cjs'],
  [/\/en\/index\.ts$/, 'messages-en.cjs'],
  [/\/ru\/index\.ts$/, 'messages-ru.cjs'],
];

/** The same, whose packages stay in `node_modules`. */
const MODULES: readonly [RegExp, string][] = [
  [/\/cabinet\/main\.ts$/, 'cabinet.js'],
  [/\/draw-slips\.ts$/, 'draw-slips.js'],
];

/** Leaves those packages and files out of the file that imports them. */
const apart: Plugin = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\w/ }, ({ path }) =>
      Object.hasOwn(PACKAGES, path) ? { path, namespace: 'package' } : undefined,
    );
    for (const [filter, file] of FILES) {
      onResolve({ filter }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${file}`, namespace: 'beside' } : undefined,
      );
    }
    onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => ({ contents: lazyPackage(path) }));
    // `require` takes half the time of `import`.
    onLoad({ filter: /.*/, namespace: 'beside' }, ({ path }) => ({
      contents: `module.exports=require('${path}');`,
    }));
    onResolve({ filter: /.*/, namespace: 'package' }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /.*/, namespace: 'beside' }, ({ path }) => ({ path, external: true }));
    for (const [filter, file] of MODULES) {
      onResolve({ filter }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${file}`, external: true } : undefined,
      );
    }
  },
};

/** Through `require`, because a static import of another file is never lazy. */
function lazyPackage(name: string): string {
  const { file, uses } = PACKAGES[name] ?? { file: name, uses: [] };
  const exported = uses.map((used) =>
    used === 'default' ? 'export default loaded.default;' : `export const{${used}}=loaded;`,
  );
  return `const loaded=require('./packages/${file}.cjs');${exported.join('')}`;
}

/** The file of a package holds what is used of it, and nothing else where the package allows it. */
const used: Plugin = {
  name: 'used',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^used:/ }, ({ path }) => ({ path: path.slice('used:'.length), namespace: 'used' }));
    onLoad({ filter: /.*/, namespace: 'used' }, ({ path }) => ({
      contents: `export{${PACKAGES[path]?.uses.join(',')}}from${JSON.stringify(path)};`,
      resolveDir: import.meta.dirname,
    }));
  },
};

/** A direct connection speaks HTTP/1.1 by itself: of Node's own HTTP it needs one number, and nothing of HTTP/2. */
const withoutHttp: Plugin = {
  name: 'without-http',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:http2?$/ }, ({ path }) => ({ path, namespace: 'without' }));
    onLoad({ filter: /.*/, namespace: 'without' }, () => ({
      contents: 'module.exports={maxHeaderSize:16384,constants:{}};',
    }));
  },
};

/** What exports nothing but plain data. */
const DATA = /\/(contract\/(operations\/\w+|problem)|client\/trace\/form|messages\/\w+\/index)\.ts$/;

/** Modules that export nothing but plain data are that data already: neither schemas nor catalogues are made at a start. */
const evaluated: Plugin = {
  name: 'evaluated',
  setup({ onLoad }) {
    onLoad({ filter: DATA }, async ({ path }) => {
      const exported = Object.entries((await import(path)) as object);
      const lines = exported.map(([name, value]) => `export const ${name}=${asParsed(name, value)};`);
      return { contents: lines.join('\n') };
    });
  },
};

/**
 * A large JSON text is read several times faster by JSON.parse than as a literal.
 * @throws Error when something of the value would be lost: a function, a date, an undefined member
 */
function asParsed(name: string, value: unknown): string {
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(value) ?? 'null'), value))
    throw new Error(`${name} is more than plain data`);
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

const common: BuildOptions = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node22.19',
  legalComments: 'none',
};

const cli: BuildOptions = {
  ...common,
  minify: true,
  external: ['keytar'],
  plugins: [lazyBuiltins, apart, evaluated],
};

await build({
  ...cli,
  entryPoints: { lisa: 'bin/main.ts' },
  format: 'esm',
  banner: { js: 'const require=process.getBuiltinModule("module").createRequire(import.meta.url);' },
});
const asides: BuildOptions = { ...cli, format: 'cjs', outExtension: { '.js': '.cjs' } };
await build({
  ...asides,
  entryPoints: { commands: 'src/cli/command-line.ts', 'messages-en': 'src/messages/en/index.ts' },
});
// Plain ASCII is what Node reads fastest, but Cyrillic would be three times as long in it.
await build({ ...asides, charset: 'utf8', entryPoints: { 'messages-ru': 'src/messages/ru/index.ts' } });
for (const [name, { file }] of Object.entries(PACKAGES)) {
  const direct = file === 'undici-client';
  await build({
    ...common,
    entryPoints: { [`packages/${file}`]: `used:${name}` },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minify: true,
    plugins: [used, ...(direct ? [withoutHttp] : []), lazyBuiltins],
    // undici's experimental parser stays away from bundles that say so, like Node's own.
    define: direct ? { esbuildDetection: 'true' } : {},
  });
}
await build({
  ...common,
  entryPoints: {
    cabinet: 'src/cabinet/main.ts',
    sandbox: 'src/cabinet/sandbox/main.ts',
    acquirer: 'src/acquirer/main.ts',
    'draw-slips': 'src/cli/staff/draw-slips.ts',
  },
  format: 'esm',
  packages: 'external',
});
// What browsers load from the acquirer's pages.
await build({
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  outdir: 'dist/pay',
  entryPoints: ['checkout.ts', 'checkout.css', 'icon.svg'].map((name) => `src/acquirer/browser/${name}`),
  loader: { '.svg': 'copy' },
  target: ['chrome111', 'firefox111', 'safari16.4'],
  format: 'iife',
});
