import type { Run } from '../../spec.ts';
import { launch } from './launch.ts';
import { adoptSandbox, SANDBOX_PROFILE } from './profile.ts';
import { sandboxFields, sandboxJson } from './shown.ts';
import type { sandboxStart } from './spec.ts';

export const run: Run<typeof sandboxStart> = async (context) => {
  const port = await context.host.sandbox();
  const { sandbox, alreadyRunning } = await launch(context, (options) => port.start(options));
  const current = await adoptSandbox(context, sandbox);
  const { msisdn, password } = port.demo;
  return {
    json: {
      schema: 'sandbox-start/1',
      already_running: alreadyRunning,
      ...sandboxJson(sandbox),
      profile: SANDBOX_PROFILE,
      profile_is_current: current,
    },
    blocks: [sandboxFields(sandbox)],
    notes: [
      { key: current ? 'sandbox.log-in' : 'sandbox.log-in-profile', params: { login: msisdn, password } },
    ],
  };
};
