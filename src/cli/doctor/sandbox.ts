import { sandboxFolder } from '../commands/sandbox/folder.ts';
import type { Context } from '../context.ts';
import { version } from '../version.ts';
import { type Finding, fine, warning } from './finding.ts';

/** The sandbox of this person, if there is one. */
export async function checkSandbox(context: Context): Promise<Finding> {
  const port = await context.host.sandbox();
  const status = await port.status(await sandboxFolder(context));
  if (status.state === 'running' && status.version !== version) {
    const params = { found: status.version, version };
    return warning('sandbox', 'doctor.sandbox-version', 'doctor.sandbox-version-fix', params);
  }
  if (status.state === 'starting')
    return warning('sandbox', 'doctor.sandbox-silent', 'doctor.sandbox-silent-fix', { pid: status.pid });
  if (status.state === 'stopped' && status.leftBy !== undefined)
    return warning('sandbox', 'doctor.sandbox-stale', 'doctor.sandbox-stale-fix', { pid: status.leftBy });
  return fine('sandbox', 'doctor.sandbox', { state: context.t(`sandbox.state-${status.state}`) });
}
