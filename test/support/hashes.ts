import { createHook } from 'node:async_hooks';

/** What Node calls a task of a native library that gives it no name, as the one for Argon2 does. */
const NAMELESS = 'undefined';

/** How many Argon2 hashes this process makes during `work`: the work of a login that can be compared, unlike its time. */
export async function countHashes<T>(work: () => Promise<T>): Promise<{ value: T; hashes: number }> {
  let hashes = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === NAMELESS) hashes += 1;
    },
  }).enable();
  try {
    const value = await work();
    return { value, hashes };
  } finally {
    hook.disable();
  }
}
