import type { Run } from '../../spec.ts';
import { sandboxFolder } from './folder.ts';
import { sandboxFields, sandboxJson } from './shown.ts';
import type { sandboxStop } from './spec.ts';

export const run: Run<typeof sandboxStop> = async (context) => {
  const port = await context.host.sandbox();
  const dataDir = await sandboxFolder(context);
  const stopped = await port.stop(dataDir);
  const status = await port.status(dataDir);
  return {
    json: { schema: 'sandbox-stop/1', stopped, ...sandboxJson(status) },
    blocks: [sandboxFields(status)],
    notes: stopped ? [] : [{ key: 'sandbox.was-not-running' }],
  };
};
