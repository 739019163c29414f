import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from './errors.ts';

/**
 * Replaces `file` as a whole, readable by its owner only: a reader sees the old content or the new one, never a part.
 * Callers hold the lock of the file.
 * @throws ConfigError `unwritable`; the old file is intact then
 */
export async function replaceFile(file: string, content: string): Promise<void> {
  const temporary = `${file}.new`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await rm(temporary, { force: true });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError('unwritable', { file, reason: code ?? message }, error);
  }
}
