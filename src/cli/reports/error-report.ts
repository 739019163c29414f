import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { placesOf } from '../../config/places.ts';
import { replaceFile } from '../../config/write-file.ts';
import type { Locale } from '../../messages/index.ts';
import type { Host } from '../host.ts';
import { typedCommand } from './command.ts';
import { errorFacts } from './error-facts.ts';
import { createMask } from './mask.ts';
import { versionsOf } from './surroundings.ts';

const MOST_REPORTS = 5;
const NAME = /^error-\d{8}T\d{9}Z-[0-9a-f]{6}\.json$/;

/**
 * Writes what is known of a defect of the program into the data folder, for its owner alone (0600), and keeps the newest
 * five. Nothing that was typed after the words of the command is in it, no number of a person, and no secret.
 * @returns the path of the file
 * @throws ConfigError `unwritable`
 */
export async function writeErrorReport(host: Host, locale: Locale, error: unknown): Promise<string> {
  const { configDir, dataDir } = placesOf(host);
  const at = host.clock.now().toISOString();
  const mask = createMask({ host, names: [host.env['LISA_PROFILE'] ?? ''] });
  const report = {
    schema: 'error-report/1',
    at,
    versions: versionsOf(host),
    ...typedCommand(host.args),
    language: locale,
    terminal: { stdout: host.stdout.isTTY === true, stderr: host.stderr.isTTY === true },
    errors: errorFacts(error, { config: configDir, data: dataDir }, mask),
  };
  const suffix = Buffer.from(host.random.bytes(3)).toString('hex');
  const folder = reportsFolder(host);
  const path = join(folder, `error-${at.replace(/[-:.]/g, '')}-${suffix}.json`);
  await replaceFile(path, `${JSON.stringify(report, null, 2)}\n`);
  await forgetOld(folder);
  return path;
}

/** The newest report as it was written; undefined when there is none that can be read. */
export async function lastErrorReport(host: Host): Promise<string | undefined> {
  const folder = reportsFolder(host);
  const [newest] = await reportsIn(folder);
  return newest === undefined ? undefined : readFile(join(folder, newest), 'utf8').catch(() => undefined);
}

function reportsFolder(host: Host): string {
  return join(placesOf(host).dataDir, 'reports');
}

/** Newest first: their names begin with the moment. */
async function reportsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}

async function forgetOld(folder: string): Promise<void> {
  for (const old of (await reportsIn(folder)).slice(MOST_REPORTS))
    await rm(join(folder, old), { force: true }).catch(() => {});
}
