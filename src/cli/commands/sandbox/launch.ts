import type { Context } from '../../context.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { sanitize } from '../../render/sanitize.ts';
import type { RunningSandbox, SandboxOptions, SandboxProgress, SandboxStart } from '../../sandbox-port.ts';
import { sandboxFolder } from './folder.ts';

export interface Launched {
  sandbox: RunningSandbox;
  alreadyRunning: boolean;
}

/**
 * Starts the sandbox with `begin`, telling how far it is: a bar on a terminal, one line for each step in a pipe.
 * @throws CliError `sandbox_failed` with the end of its log
 */
export async function launch(
  context: Context,
  begin: (options: SandboxOptions) => Promise<SandboxStart>,
): Promise<Launched> {
  const dataDir = await sandboxFolder(context);
  const progress = context.progress('sandbox.starting');
  let told: SandboxProgress['step'] | undefined;
  const onProgress = ({ step, fraction }: SandboxProgress) => {
    progress.update(Math.round(fraction * 100), 100);
    if (context.host.stderr.isTTY !== true && step !== told) context.say(`sandbox.step-${step}`);
    told = step;
  };
  try {
    const started = await begin({ dataDir, onProgress, signal: context.signal });
    if (started.ok) return started;
    throw new CliError(exitCodes.failed, 'sandbox_failed', `sandbox.${started.reason}`, {
      params: { log: started.logFile, tail: started.logTail.map(sanitize).join('\n  ') },
      hint: 'sandbox.failed-hint',
    });
  } finally {
    progress.stop();
  }
}
