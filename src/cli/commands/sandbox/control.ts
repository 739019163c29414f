import type { InputOf, Operation, ReplyOf } from '../../../contract/operation.ts';
import { openClient } from '../../connect.ts';
import type { Context } from '../../context.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { RunningSandbox } from '../../sandbox-port.ts';
import { sandboxFolder } from './folder.ts';

/**
 * The sandbox that answers.
 * @throws CliError `sandbox_not_running`
 */
export async function runningSandbox(context: Context): Promise<RunningSandbox> {
  const port = await context.host.sandbox();
  const sandbox = await port.status(await sandboxFolder(context));
  if (sandbox.state === 'running') return sandbox;
  throw new CliError(exitCodes.unreachable, 'sandbox_not_running', 'sandbox.not-running', {
    hint: 'sandbox.start-hint',
  });
}

/**
 * Calls a control operation of the running sandbox, whichever profile is current.
 * @throws CliError `sandbox_not_running`
 */
export async function control<O extends Operation>(
  context: Context,
  operation: O,
  input: InputOf<O>,
): Promise<ReplyOf<O>> {
  const { url, controlToken } = await runningSandbox(context);
  const client = await openClient(context, url, async () => controlToken);
  return client.call(operation, input);
}
