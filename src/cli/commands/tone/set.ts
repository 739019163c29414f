import type { ReplyOf } from '../../../contract/operation.ts';
import { setTone } from '../../../contract/operations/tones.ts';
import { fromWire } from '../../../shared/money.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import { formatDateTime, formatMoney } from '../../render/format.ts';
import type { Cell, Fields, Note } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { balanceRows } from '../account/balance-rows.ts';
import { chooseMelody } from './melodies.ts';
import { settingIdRow, settingRows } from './setting-fields.ts';
import type { toneSet } from './spec.ts';

type Reply = ReplyOf<typeof setTone>;

export const run: Run<typeof toneSet> = async (context, { operands, options, yes, dryRun }) => {
  const { for: caller, from, to, noRenew } = options;
  if (from === undefined ? to !== undefined : from === to || to === undefined) {
    throw new UsageError('tone.period-both');
  }
  const melody = await chooseMelody(context, operands.melody);
  const period = from !== undefined && to !== undefined ? { from, to } : {};
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: setTone,
      schema: 'tone-set/1',
      input: { body: { melody, ...(caller !== undefined && { caller }), ...period, renews: !noRenew } },
      question: 'tone.set-question',
      before: (reply) => ({
        blocks: [{ kind: 'fields', rows: rows(reply, context) }],
        notes: whatFollows(reply, context),
      }),
      after: (reply) => ({
        blocks: [{ kind: 'fields', rows: [settingIdRow(reply.setting), ...rows(reply, context)] }],
        notes: [...whatFollows(reply, context), { key: 'tone.next-list' }],
      }),
      check: 'lisa tone list',
    },
  );
};

function rows(reply: Reply, context: Context): Fields['rows'] {
  const { locale } = context;
  const { replaced } = reply;
  const instead = replaced ? cell.name(replaced.melody.id, replaced.melody.title[locale]) : cell.none;
  return [
    ...settingRows(reply.setting, locale),
    { key: 'replaces', label: 'tone.replaces', value: instead },
    { key: 'price', label: 'field.price', value: cell.money(reply.price) },
    { key: 'paid_until', label: 'field.paid-until', value: cell.instant(reply.paid_until) },
    { key: 'renewal', label: 'tone.renewal-price', value: renewal(reply, context) },
    { key: 'tone_service', label: 'field.tone-service', value: cell.toneService(reply.tone_service) },
    { key: 'daily_fee', label: 'tone.daily-fee', value: cell.money(reply.daily_fee) },
    ...balanceRows(reply),
  ];
}

function renewal({ renews, renewal_price }: Reply, { t, locale }: Context): Cell {
  if (!renews) return cell.word('no', 'tone.no-renewal');
  const price = formatMoney(fromWire(renewal_price), locale);
  return cell.name(renewal_price.amount, t('tone.renewal', { price }));
}

/** What the rows do not say for themselves. */
function whatFollows(reply: Reply, { locale }: Context): Note[] {
  const { replaced, next_fee_at } = reply;
  const on = (instant: string) => formatDateTime(instant, locale);
  const notes: Note[] = [];
  if (replaced && !replaced.renews) {
    const title = replaced.melody.title[locale];
    notes.push({ key: 'tone.set-stops', params: { title, date: on(replaced.paid_until) } });
  }
  if (!reply.renews) notes.push({ key: 'tone.set-ends', params: { date: on(reply.paid_until) } });
  if (reply.tone_service === 'paused') notes.push({ key: 'tone.set-paused' });
  if (reply.connects_service && next_fee_at !== null) {
    const fee = formatMoney(fromWire(reply.daily_fee), locale);
    notes.push({ key: 'tone.set-connects', params: { fee, date: on(next_fee_at) } });
  }
  return notes;
}
