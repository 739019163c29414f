import { inspectConfig } from '../../config/load.ts';
import type { Context } from '../context.ts';
import { checkCabinet } from './cabinet.ts';
import { type Check, type Finding, fine, problem } from './finding.ts';
import { checkExtraCertificates, checkFolders } from './folders.ts';
import { checkLocks } from './locks.ts';
import { checkLocale, checkNode, checkTerminal, checkVersion } from './machine.ts';
import { said } from './said.ts';
import { checkSandbox } from './sandbox.ts';
import { checkSecretStore } from './secret-store.ts';
import { checkSession } from './session.ts';
import { within } from './within.ts';

/** More than any check allows itself; a person may need a minute for the prompt of a keychain. */
const MOST_MS = 20_000;
const MOST_WITH_PROMPT_MS = 70_000;

/**
 * Every check, whatever becomes of the others: what is wrong with the settings is told, and the rest is checked with the
 * defaults in their place. Ends in bounded time.
 * @throws the reason of the context's signal, and nothing else
 */
export async function examine(asked: Context): Promise<Finding[]> {
  const inspected = inspectConfig(asked.host, asked.flags);
  const context: Context = { ...asked, config: async () => (await inspected).config };
  const look = (check: Check, work: () => Promise<Finding[]>, mostMs?: number) =>
    survive(context, check, work, mostMs);
  const stored = look('secret_store', () => checkSecretStore(context), MOST_WITH_PROMPT_MS);
  const found = await Promise.all([
    [checkVersion(), checkNode(context)],
    look('config', () => inspected.then((told) => checkConfig(context, told))),
    look('folders', () => checkFolders(context)),
    look('locks', () => checkLocks(context)),
    stored,
    look('certificate', () => checkExtraCertificates(context)),
    look('connection', () => checkCabinet(context)),
    stored.then((findings) => {
      const opens = findings.every(({ level }) => level === 'ok');
      return look('session', async () => [await checkSession(context, opens)]);
    }),
    look('sandbox', async () => [await checkSandbox(context)]),
    [checkTerminal(context), checkLocale(context)],
  ]);
  asked.signal.throwIfAborted();
  return found.flat();
}

/** The settings that would be used, or what is wrong with each. */
function checkConfig(
  context: Context,
  { config, problems }: Awaited<ReturnType<typeof inspectConfig>>,
): Finding[] {
  const { configDir, dataDir } = config;
  if (problems.length === 0) return [fine('config', 'doctor.config', { configDir, dataDir })];
  return problems.map((error) =>
    said(context, { check: 'config', level: 'problem', error, fix: 'doctor.config-fix' }),
  );
}

/** A check that fails, or that does not come to an end, is a finding itself. */
async function survive(
  context: Context,
  check: Check,
  work: () => Promise<Finding[]>,
  mostMs = MOST_MS,
): Promise<Finding[]> {
  const late = () => [
    problem(check, 'doctor.no-end', 'doctor.no-end-fix', { seconds: Math.round(mostMs / 1000) }),
  ];
  try {
    return await within(context.host, mostMs, work(), late);
  } catch (error) {
    return [said(context, { check, level: 'problem', error, fix: 'doctor.failed-fix' })];
  }
}
