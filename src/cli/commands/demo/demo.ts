import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createMemoryStore } from '../../../auth/memory.ts';
import { openClient } from '../../connect.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Result } from '../../render/result.ts';
import type { DemoCredentials, RunningSandbox } from '../../sandbox-port.ts';
import type { Run } from '../../spec.ts';
import { runningSandbox } from '../sandbox/control.ts';
import { adoptSandbox, SANDBOX_PROFILE } from '../sandbox/profile.ts';
import type { demo } from './spec.ts';
import { createStage, type Stage } from './stage.ts';
import { type Scenery, steps } from './steps.ts';

export const run: Run<typeof demo> = async (context) => {
  const port = await context.host.sandbox();
  const stage = await createStage(context);
  await stage.tell('demo.sandbox');
  const started = await stage.play(['sandbox', 'start']);
  if (started !== exitCodes.done) return { blocks: [], exit: started };
  const sandbox = await runningSandbox(context);
  const exit = await asSubscriber(context, sandbox, port.demo);
  if (exit !== exitCodes.done) return { blocks: [], exit };
  const current = await adoptSandbox(context, sandbox);
  return farewell(context, port.demo, current ? '' : ` --profile ${SANDBOX_PROFILE}`);
};

/** Plays with settings that end with the demo and a session in memory: the person's own, and the keychain, stay as they are. */
async function asSubscriber(
  context: Context,
  { url }: RunningSandbox,
  demo: DemoCredentials,
): Promise<number> {
  const { dataDir } = await context.config();
  const folder = await mkdtemp(join(dataDir, 'demo-'));
  const secrets = createMemoryStore();
  const env = {
    LISA_CONFIG_DIR: folder,
    LISA_DATA_DIR: folder,
    LISA_PROFILE: SANDBOX_PROFILE,
    LISA_SECRET_STORE: '',
    LISA_SERVER: url,
    LISA_TOKEN: '',
  };
  const stage = await createStage(context, { env, secrets });
  const token = async () => (await secrets.get(SANDBOX_PROFILE, url))?.token;
  const client = await openClient(context, url, token);
  try {
    return await play(stage, { client, demo, cwd: context.host.cwd });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A refusal is worth seeing too: a person may have switched the tariff or blocked the SIM before. */
async function play(stage: Stage, scenery: Scenery): Promise<number> {
  for (const { title, words, piped } of steps) {
    const typed = await words(scenery);
    if (typed === undefined) continue;
    await stage.tell(title);
    const exit = await stage.play(typed, piped?.(scenery.demo));
    if (exit !== exitCodes.done && exit !== exitCodes.refused) return exit;
  }
  return exitCodes.done;
}

function farewell({ t }: Context, { msisdn, password }: DemoCredentials, profile: string): Result {
  const lines = [
    t('demo.next', { password }),
    `  lisa login ${msisdn}${profile}`,
    ...NEXT.map((line) => `  lisa ${line}${profile}`),
    '  lisa sandbox clock advance 30d',
    '  lisa sandbox stop',
  ];
  return { blocks: [{ kind: 'verbatim', text: `\n${lines.join('\n')}\n` }] };
}

const NEXT = [
  'detail list --type voice --limit 5',
  'tariff list',
  'tone catalog',
  'tone gifts',
  'balance --json',
];
