import type { Client } from '../../../client/client.ts';
import { createSession, deleteCurrentSession } from '../../../contract/operations/sessions.ts';
import { openClient } from '../../connect.ts';
import type { Context } from '../../context.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Result } from '../../render/result.ts';
import type { DemoCredentials, RunningSandbox } from '../../sandbox-port.ts';
import type { Run } from '../../spec.ts';
import { sandboxFolder } from '../sandbox/folder.ts';
import { adoptSandbox } from '../sandbox/profile.ts';
import type { demo } from './spec.ts';
import { createStage } from './stage.ts';
import { steps } from './steps.ts';

export const run: Run<typeof demo> = async (context) => {
  const stage = await createStage(context);
  const port = await context.host.sandbox();
  await stage.tell('demo.sandbox');
  const started = await stage.play(['sandbox', 'start']);
  if (started !== exitCodes.done) return { blocks: [], exit: started };
  const sandbox = await port.status(await sandboxFolder(context));
  if (sandbox.state !== 'running')
    throw new CliError(exitCodes.unreachable, 'sandbox_not_running', 'sandbox.not-running');
  return asSubscriber(context, sandbox, port.demo, async (client, token) => {
    const env = { LISA_TOKEN: token, LISA_SERVER: sandbox.url };
    await stage.tell('demo.login', { login: port.demo.msisdn });
    for (const { title, words, piped } of steps) {
      const typed = await words({ client, demo: port.demo, cwd: context.host.cwd });
      if (typed === undefined) continue;
      await stage.tell(title);
      const exit = await stage.play(typed, { env, piped: piped?.(port.demo) });
      // A refusal is worth seeing too: a person may have switched the tariff or blocked the SIM before.
      if (exit !== exitCodes.done && exit !== exitCodes.refused) return { blocks: [], exit };
    }
    const current = await adoptSandbox(context, sandbox);
    return farewell(context, port.demo, current ? '' : ' --profile sandbox');
  });
};

/** Works with a session that is in memory only and ends with the work: no keychain is touched. */
async function asSubscriber(
  context: Context,
  { url }: RunningSandbox,
  { msisdn, password }: DemoCredentials,
  work: (client: Client, token: string) => Promise<Result>,
): Promise<Result> {
  const anonymous = await openClient(context, url, async () => undefined);
  const { token } = await anonymous.call(createSession, { body: { login: msisdn, password } });
  const client = await openClient(context, url, async () => token);
  try {
    return await work(client, token);
  } finally {
    // A session that outlives the demo ends by itself after 15 idle minutes (R2).
    await client.call(deleteCurrentSession, {}).catch(() => {});
  }
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
