import type { ReplyOf } from '../../../contract/operation.ts';
import { disableTones } from '../../../contract/operations/tones.ts';
import type { Context } from '../../context.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Block } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import type { toneOff } from './spec.ts';

export const run: Run<typeof toneOff> = (context, { yes, dryRun }) =>
  mutate(
    context,
    { yes, dryRun },
    {
      operation: disableTones,
      schema: 'tone-off/1',
      input: {},
      question: 'tone.off-question',
      before: (reply) => ({ blocks: show(reply, context), notes: [{ key: 'tone.off-warning' }] }),
      after: (reply) => ({ blocks: show(reply, context), notes: [{ key: 'tone.next-on' }] }),
      check: 'lisa tone list',
    },
  );

function show({ state, melodies }: ReplyOf<typeof disableTones>, { locale }: Context): Block[] {
  return [
    {
      kind: 'fields',
      rows: [{ key: 'tone_service', label: 'field.tone-service', value: cell.toneService(state) }],
    },
    {
      kind: 'table',
      title: 'tone.melodies',
      columns: [{ label: 'field.title' }, { label: 'field.paid-until' }],
      rows: melodies.map(({ melody, paid_until }) => [
        cell.name(melody.id, melody.title[locale]),
        cell.instant(paid_until),
      ]),
      empty: 'tone.no-own-melodies',
    },
  ];
}
