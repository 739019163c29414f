import { completionScript } from '../../completion/script.ts';
import type { Run } from '../../spec.ts';
import type { completion } from './spec.ts';

export const run: Run<typeof completion> = async ({ t, host }, { operands: { shell } }) => ({
  blocks: [{ kind: 'verbatim', text: completionScript(shell, t) }],
  // A script that is piped or kept needs no advice; somebody who looks at it does.
  notes: host.stdout.isTTY ? [{ key: `completion.install.${shell}` }] : [],
});
