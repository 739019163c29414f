import type { InputOf, Operation, ReplyOf } from '../../../contract/operation.ts';
import { openClient } from '../../connect.ts';
import type { Context } from '../../context.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { sandboxFolder } from './folder.ts';

/**
 * Calls a control operation of the running sandbox, whichever profile is current.
 * @throws CliError `sandbox_not_running`
 */
export async function control<O extends Operation>(
  context: Context,
  operation: O,
  input: InputOf<O>,
): Promise<ReplyOf<O>> {
  const port = await context.host.sandbox();
  const sandbox = await port.status(await sandboxFolder(context));
  if (sandbox.state !== 'running')
    throw new CliError(exitCodes.unreachable, 'sandbox_not_running', 'sandbox.not-running', {
      hint: 'sandbox.start-hint',
    });
  const client = await openClient(context, sandbox.url, async () => sandbox.controlToken);
  return client.call(operation, input);
}
