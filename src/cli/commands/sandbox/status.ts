import type { Run } from '../../spec.ts';
import { sandboxFolder } from './folder.ts';
import { sandboxFields, sandboxJson } from './shown.ts';
import type { sandboxStatus } from './spec.ts';

export const run: Run<typeof sandboxStatus> = async (context) => {
  const port = await context.host.sandbox();
  const status = await port.status(await sandboxFolder(context));
  return {
    json: { schema: 'sandbox-status/1', ...sandboxJson(status) },
    blocks: [sandboxFields(status)],
    notes: status.state === 'stopped' ? [{ key: 'sandbox.start-hint' }] : [],
  };
};
