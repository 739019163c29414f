import { registerHooks } from 'node:module';

/**
 * Preloaded with `--import`. At the end, file descriptor 3 gets what was loaded since, one a line: the address of each
 * file, and `builtin NAME` for each public module of Node's own.
 */
const builtins = () => {
  const { moduleLoadList } = process as unknown as { moduleLoadList: string[] };
  return moduleLoadList.flatMap((line) => /^NativeModule ((?!internal\/).+)$/.exec(line)?.[1] ?? []);
};

const before = new Set(builtins());
const files: string[] = [];

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) files.push(url);
    return nextLoad(url, context);
  },
});

process.on('exit', () => {
  const since = builtins().filter((name) => !before.has(name));
  const lines = [...files, ...since.map((name) => `builtin ${name}`)];
  process.getBuiltinModule('fs').writeSync(3, `${lines.join('\n')}\n`);
});
