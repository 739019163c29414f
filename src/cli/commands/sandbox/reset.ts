import { askConsent, requireConsentable } from '../../mutation.ts';
import type { Run } from '../../spec.ts';
import { sandboxFolder } from './folder.ts';
import { launch } from './launch.ts';
import { adoptSandbox } from './profile.ts';
import { sandboxFields, sandboxJson } from './shown.ts';
import type { sandboxReset } from './spec.ts';

export const run: Run<typeof sandboxReset> = async (context, { yes, dryRun }) => {
  const port = await context.host.sandbox();
  if (dryRun) {
    const status = await port.status(await sandboxFolder(context));
    return {
      json: { schema: 'sandbox-reset/1', dry_run: true, ...sandboxJson(status) },
      blocks: [sandboxFields(status)],
      notes: [{ key: 'sandbox.reset-description' }, { key: 'mutation.nothing-changed' }],
    };
  }
  if (!yes) {
    requireConsentable(context);
    await askConsent(context, context.t('sandbox.reset-question'));
  }
  const { sandbox } = await launch(context, (options) => port.reset(options));
  await adoptSandbox(context, sandbox);
  return {
    json: { schema: 'sandbox-reset/1', dry_run: false, ...sandboxJson(sandbox) },
    blocks: [sandboxFields(sandbox)],
    notes: [{ key: 'sandbox.sessions-gone' }],
  };
};
