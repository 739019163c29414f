import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placesOf, type Surroundings } from '../../config/places.ts';
import { replaceFile } from '../../config/write-file.ts';

const FILE = 'last-trace.json';

/** Remembers where the newest trace is; without a place to remember it nothing is lost but that. */
export async function rememberTrace(surroundings: Surroundings, file: string): Promise<void> {
  const { dataDir } = placesOf(surroundings);
  await replaceFile(join(dataDir, FILE), `${JSON.stringify({ file })}\n`).catch(() => {});
}

/** The path of the newest trace of this person; the file may be gone since. */
export async function lastTrace(surroundings: Surroundings): Promise<string | undefined> {
  const text = await readFile(join(placesOf(surroundings).dataDir, FILE), 'utf8').catch(() => '{}');
  try {
    const { file } = JSON.parse(text) as { file?: unknown };
    return typeof file === 'string' ? file : undefined;
  } catch {
    return undefined;
  }
}
