import { rm } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';

/** Built by `npm run build` into `dist/`: small chunks for the CLI, and the server with its packages left outside. */
const SERVER_PACKAGES = [
  '@electric-sql/pglite',
  '@fastify/*',
  '@node-rs/argon2',
  'fastify',
  'keytar',
  'kysely',
  'pg',
  'pino',
];

/** commander loads `node:child_process` (and with it the network) for a feature that `lisa` has not: 4 ms of each start. */
const lazyChildProcess: Plugin = {
  name: 'lazy-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/commander/') ? { path: 'child_process', namespace: 'lazy' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: `export default { spawn: (...args) => process.getBuiltinModule('child_process').spawn(...args) };`,
    }));
  },
};

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { lisa: 'bin/main.ts', sandbox: 'src/cabinet/sandbox/main.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.19',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  charset: 'utf8',
  external: SERVER_PACKAGES,
  // Bundled CommonJS packages (undici, cli-table3) ask for Node's own modules through `require`.
  banner: { js: 'const require=process.getBuiltinModule;' },
  plugins: [lazyChildProcess],
});
