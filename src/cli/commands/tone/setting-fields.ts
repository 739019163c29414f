import type { Static } from 'typebox';
import type { ToneSetting as ToneSettingSchema } from '../../../contract/operations/tones.ts';
import type { Locale } from '../../../messages/index.ts';
import { cell } from '../../render/cells.ts';
import type { Cell, Fields } from '../../render/result.ts';

export type ToneSetting = Static<typeof ToneSettingSchema>;

export function callerCell({ caller }: ToneSetting): Cell {
  return caller === null ? cell.word('everyone', 'tone.everyone') : cell.msisdn(caller);
}

/** «22:00–07:00» of the line's region, or all day. */
export function timeCell({ from, to }: ToneSetting): Cell {
  if (from === null || to === null) return cell.word('all-day', 'tone.all-day');
  return cell.name(`${from}-${to}`, `${from}–${to}`);
}

/** A setting as rows of name and value, without its id: a dry run may foresee one that there will never be. */
export function settingRows(setting: ToneSetting, locale: Locale): Fields['rows'] {
  const { melody } = setting;
  return [
    { key: 'melody', label: 'field.title', value: cell.name(melody.id, melody.title[locale]) },
    { key: 'artist', label: 'field.artist', value: cell.name(melody.artist.ru, melody.artist[locale]) },
    { key: 'caller', label: 'tone.caller', value: callerCell(setting) },
    { key: 'time', label: 'tone.time', value: timeCell(setting) },
  ];
}

/** The id of a setting that exists. */
export function settingIdRow(setting: ToneSetting): Fields['rows'][number] {
  return { key: 'setting', label: 'tone.setting', value: cell.id(setting.id) };
}

export function renewsCell(renews: boolean): Cell {
  return renews ? cell.word('yes', 'tone.renews-yes') : cell.word('no', 'tone.renews-no');
}
