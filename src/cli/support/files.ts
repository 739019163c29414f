import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { toHar } from '../../client/trace/har.ts';
import { BadTrace, readTrace } from '../../client/trace/read.ts';
import type { Config } from '../../config/config.ts';
import { inspectConfig } from '../../config/load.ts';
import { listSettings } from '../commands/config/settings.ts';
import type { Context } from '../context.ts';
import { examine } from '../doctor/examine.ts';
import { inEnglish, reportOf, tell } from '../doctor/tell.ts';
import { CliError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { variables } from '../help/variables.ts';
import { lastErrorReport } from '../reports/error-report.ts';
import { createMask, type Mask, maskAll } from '../reports/mask.ts';
import { versionsOf } from '../reports/surroundings.ts';
import { lastTrace } from '../trace/last-trace.ts';

/** A file of a bundle, as it will be in it. */
export interface BundledFile {
  name: string;
  text: string;
}

export interface BundleWishes {
  /** The trace to put in instead of the newest one. */
  attach: string | undefined;
  withoutTrace: boolean;
}

/**
 * What support needs to understand a failure: versions, the doctor's report, the settings with their origins, the last
 * error report, a trace. It is made from what may be told, and whatever slips into texts is masked.
 * @throws CliError `bad_trace`
 */
export async function collectFiles(asked: Context, wishes: BundleWishes): Promise<BundledFile[]> {
  const context = await inEnglish(asked);
  const { host } = context;
  const { config } = await inspectConfig(host, context.flags);
  const mask = createMask({ host, names: [config.profile.value, ...Object.keys(config.profiles)] });
  const findings = (await examine(context)).map((finding) => tell(context, finding));
  const made_at = host.clock.now().toISOString();
  const report = await lastErrorReport(host);
  const trace = await traceFor(context, wishes);
  return [
    jsonFile('versions.json', { schema: 'bundle-versions/1', made_at, ...versionsOf(host) }),
    jsonFile('doctor.json', maskAll(reportOf(findings), mask)),
    jsonFile('settings.json', settingsOf(config, host.env, mask)),
    ...(report === undefined ? [] : [{ name: 'error.json', text: mask(report) }]),
    ...(trace === undefined ? [] : [{ name: 'trace.har', text: trace }]),
  ];
}

function jsonFile(name: string, value: unknown): BundledFile {
  return { name, text: `${JSON.stringify(value, null, 2)}\n` };
}

/** Variables are told by their names only: which are set is often the answer, and what they hold is nobody's business. */
function settingsOf(config: Config, env: Context['host']['env'], mask: Mask) {
  const settings = listSettings(config).map(({ key, value, origin, source }) => ({
    key,
    value: key === 'profile' && value !== 'default' ? '…' : value,
    origin,
    // The name of a profile is its owner's.
    source: origin === 'profile' ? 'profile' : source,
  }));
  const set = variables.filter((name) => env[name]);
  const profiles = Object.keys(config.profiles).length;
  return maskAll({ schema: 'bundle-settings/1', settings, profiles, variables_set: set }, mask);
}

/** The trace that was asked for, or the newest. The allow-list of traces goes over it once more. */
async function traceFor(context: Context, wishes: BundleWishes): Promise<string | undefined> {
  if (wishes.withoutTrace) return undefined;
  const { host } = context;
  const newest = wishes.attach === undefined ? await lastTrace(host) : undefined;
  if (newest !== undefined) return readAgain(newest).catch(() => undefined);
  if (wishes.attach === undefined) return undefined;
  return readAgain(resolve(host.cwd, wishes.attach)).catch((error: unknown) => {
    const detail = error instanceof BadTrace ? error.problem : (error as NodeJS.ErrnoException).code;
    if (detail === undefined) throw error;
    const params = { file: wishes.attach ?? '', detail };
    throw new CliError(exitCodes.failed, 'bad_trace', 'support.bad-trace', {
      params,
      hint: 'support.bad-trace-hint',
      cause: error,
    });
  });
}

async function readAgain(path: string): Promise<string> {
  const { about, entries } = readTrace(await readFile(path, 'utf8'));
  return `${JSON.stringify(toHar(about, entries), null, 1)}\n`;
}
