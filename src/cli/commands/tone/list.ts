import type { ReplyOf } from '../../../contract/operation.ts';
import { getTones } from '../../../contract/operations/tones.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import { formatDateTime } from '../../render/format.ts';
import type { Cell, Fields, Note, Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { callerCell, renewsCell, timeCell } from './setting-fields.ts';
import type { toneList } from './spec.ts';

type Tones = ReplyOf<typeof getTones>;

export const run: Run<typeof toneList> = async (context, { options }) => {
  const { caller, at } = options;
  const client = await context.client();
  const query = { ...(caller !== undefined && { caller }), ...(at !== undefined && { at }) };
  const tones = await client.call(getTones, { query });
  return {
    json: { schema: 'tone-list/1', ...tones },
    blocks: [serviceFields(tones, context), settingsTable(tones, context), melodiesTable(tones, context)],
    notes: nextSteps(tones),
  };
};

function serviceFields({ service, status, playing }: Tones, context: Context): Fields {
  return {
    kind: 'fields',
    rows: [
      { key: 'tone_service', label: 'field.tone-service', value: cell.toneService(service.state) },
      { key: 'daily_fee', label: 'tone.daily-fee', value: cell.money(service.daily_fee) },
      { key: 'next_fee_at', label: 'field.next-fee', value: cell.instant(service.next_fee_at) },
      ...(service.paused_since === null
        ? []
        : [
            {
              key: 'paused_since',
              label: 'tone.paused-since' as const,
              value: cell.instant(service.paused_since),
            },
          ]),
      { key: 'status', label: 'tone.status-message', value: statusCell(status, context) },
      { key: 'playing', label: 'tone.hears', value: playingCell(playing, context) },
    ],
  };
}

function statusCell(status: Tones['status'], { t, locale }: Context): Cell {
  if (status === null) return cell.none;
  const name = status.message.name[locale];
  const until = status.until && formatDateTime(status.until, locale);
  return cell.name(status.message.id, until ? t('tone.status-until', { name, until }) : name);
}

function playingCell({ melody, message }: Tones['playing'], { locale }: Context): Cell {
  if (message) return cell.name(message.id, message.name[locale]);
  return melody ? cell.name(melody.id, melody.title[locale]) : cell.word('ordinary', 'tone.ordinary');
}

function settingsTable({ settings }: Tones, { locale }: Context): Table {
  return {
    kind: 'table',
    title: 'tone.settings',
    columns: [
      { label: 'tone.setting' },
      { label: 'tone.caller' },
      { label: 'tone.time' },
      { label: 'field.title' },
    ],
    rows: settings.map((setting) => [
      cell.id(setting.id),
      callerCell(setting),
      timeCell(setting),
      cell.name(setting.melody.id, setting.melody.title[locale]),
    ]),
    empty: 'tone.no-settings',
  };
}

function melodiesTable({ melodies }: Tones, { locale }: Context): Table {
  return {
    kind: 'table',
    title: 'tone.melodies',
    columns: [
      { label: 'field.title' },
      { label: 'field.price', align: 'right' },
      { label: 'field.state' },
      { label: 'field.paid-until' },
      { label: 'tone.renews' },
    ],
    rows: melodies.map(({ melody, price, state, paid_until, renews }) => [
      cell.name(melody.id, melody.title[locale]),
      cell.money(price),
      cell.melodyState(state),
      cell.instant(paid_until),
      renewsCell(renews),
    ]),
    empty: 'tone.no-own-melodies',
  };
}

function nextSteps({ service, settings, melodies }: Tones): Note[] {
  const paused = service.state === 'paused' || melodies.some(({ state }) => state === 'paused');
  return [
    ...(paused ? [{ key: 'tone.next-pay' as const }] : []),
    { key: settings.length > 0 ? 'tone.next-remove' : 'tone.next-set' },
  ];
}
