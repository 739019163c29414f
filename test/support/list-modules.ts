import { registerHooks } from 'node:module';

/** Preloaded with `--import`: at the end, file descriptor 3 gets the address of every module that was loaded, one a line. */
const loaded: string[] = [];

registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url);
    return nextLoad(url, context);
  },
});

process.on('exit', () => {
  process.getBuiltinModule('fs').writeSync(3, `${loaded.join('\n')}\n`);
});
