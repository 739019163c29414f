import { CabinetError, TransportError } from '../../client/errors.ts';
import { getSandboxClock } from '../../contract/operations/sandbox.ts';
import { sandboxFolder } from '../commands/sandbox/folder.ts';
import { openClient } from '../connect.ts';
import type { Context } from '../context.ts';

/**
 * Whether this origin is the sandbox that runs on this machine. The sandbox's own file says where it is, and only the
 * sandbox knows its control token: neither a trace nor an address can make another server pass for it.
 */
export async function isOwnSandbox(context: Context, origin: string): Promise<boolean> {
  const port = await context.host.sandbox();
  const sandbox = await port.status(await sandboxFolder(context));
  if (sandbox.state !== 'running' || sandbox.url !== origin) return false;
  const client = await openClient(context, origin, async () => sandbox.controlToken);
  try {
    await client.call(getSandboxClock, {});
    return true;
  } catch (error) {
    if (error instanceof CabinetError || error instanceof TransportError) return false;
    throw error;
  }
}
