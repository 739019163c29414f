import { unblockSim } from '../../../contract/operations/sim.ts';
import type { Context } from '../../context.ts';
import { InputNeeded } from '../../errors.ts';
import { mutate } from '../../mutation.ts';
import { readSecretLine } from '../../prompts/stdin.ts';
import type { Run } from '../../spec.ts';
import { feesTable } from '../account/fees.ts';
import { simFields } from './fields.ts';
import type { simUnblock } from './spec.ts';

export const run: Run<typeof simUnblock> = async (context, { options, yes, dryRun }) => {
  const fromStdin = options.codewordStdin;
  if (!dryRun && !fromStdin && !context.interactive) {
    throw new InputNeeded(context.t('sim.codeword'), '--codeword-stdin');
  }
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: unblockSim,
      schema: 'sim-unblock/1',
      // R9: a dry run never examines the codeword, so it is not asked for before the consent.
      input: { body: { codeword: '' } },
      complete: async () => ({ body: { codeword: await readCodeword(context, fromStdin) } }),
      question: 'sim.unblock-question',
      before: (sim) => ({ blocks: [simFields(sim), feesTable(sim.fees, context, 'sim.fees-go-on')] }),
      after: (sim) => ({
        blocks: [simFields(sim), feesTable(sim.fees, context, 'sim.fees-go-on')],
        notes: [{ key: 'sim.next-status' }],
      }),
      check: 'lisa sim status',
    },
  );
};

async function readCodeword(context: Context, fromStdin: boolean): Promise<string> {
  if (fromStdin) return readSecretLine(context.host.stdin, context.signal);
  const prompts = await context.prompts();
  return prompts.secret(context.t('sim.codeword'), '--codeword-stdin');
}
