import { blockReasons, blockSim } from '../../../contract/operations/sim.ts';
import type { Context } from '../../context.ts';
import { InputNeeded } from '../../errors.ts';
import { mutate } from '../../mutation.ts';
import { formatDateTime } from '../../render/format.ts';
import type { Run } from '../../spec.ts';
import { feesTable } from '../account/fees.ts';
import { simFields } from './fields.ts';
import type { simBlock } from './spec.ts';

type Reason = (typeof blockReasons)[number];

export const run: Run<typeof simBlock> = async (context, { options, yes, dryRun }) => {
  // Nobody should answer a question and then hear that they are not logged in.
  await context.client();
  const reason = options.reason ?? (await askReason(context));
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: blockSim,
      schema: 'sim-block/1',
      input: { body: { reason } },
      question: 'sim.block-question',
      before: (sim) => ({
        blocks: [simFields(sim), feesTable(sim.fees, context, 'sim.fees-pause')],
        notes: [{ key: 'sim.block-warning', params: { until: untilOf(sim.blocked_until, context) } }],
      }),
      after: (sim) => ({ blocks: [simFields(sim)], notes: [{ key: 'sim.next-unblock' }] }),
      check: 'lisa sim status',
    },
  );
};

function untilOf(instant: string | null, { locale }: Context): string {
  return instant === null ? '?' : formatDateTime(instant, locale);
}

async function askReason(context: Context): Promise<Reason> {
  const { t } = context;
  if (!context.interactive) throw new InputNeeded(t('sim.which-reason'), '--reason');
  const prompts = await context.prompts();
  const choices = blockReasons.map((value) => ({ name: t(`sim.reason-${value}`), value }));
  const chosen = await prompts.select(t('sim.which-reason'), choices, '--reason');
  return blockReasons.find((reason) => reason === chosen) ?? 'lost';
}
