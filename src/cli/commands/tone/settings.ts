import { getTones } from '../../../contract/operations/tones.ts';
import { formatMsisdn } from '../../../shared/msisdn.ts';
import { type Choosable, chooseOne, matchWord } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { findById, isWholeId } from './ids.ts';
import type { ToneSetting } from './setting-fields.ts';

/**
 * The id of the setting that is meant: a whole id, its first or last characters when they fit only one, or the melody of
 * only one setting, by its id or title; a terminal is offered the settings.
 * @throws CliError `tone_setting_not_found` · UsageError when several fit · InputNeeded when a terminal would be asked
 */
export async function chooseSetting(context: Context, word: string | undefined): Promise<string> {
  if (!word) {
    const list = async () => (await readSettings(context)).map((setting) => choosable(setting, context));
    return chooseOne(context, { word, operand: 'SETTING', question: 'tone.which-setting', list });
  }
  if (isWholeId(word)) return word.toLowerCase();
  const settings = await readSettings(context);
  const byId = findById(word, settings);
  if (byId) return byId.id;
  const id = matchWord(word, settings.map(byMelody));
  if (id === word) {
    throw new CliError(exitCodes.refused, 'tone_setting_not_found', 'cabinet.tone_setting_not_found', {
      hint: 'hint.tone_setting_not_found',
    });
  }
  return id;
}

async function readSettings(context: Context): Promise<ToneSetting[]> {
  const client = await context.client();
  return (await client.call(getTones, {})).settings;
}

function byMelody({ id, melody }: ToneSetting): Choosable {
  return { id, names: [melody.id, melody.title.ru, melody.title.en], line: '' };
}

function choosable(setting: ToneSetting, { t, locale }: Context): Choosable {
  const { id, melody, caller, from, to } = setting;
  const who = caller === null ? t('tone.everyone') : formatMsisdn(caller);
  const when = from === null ? t('tone.all-day') : `${from}–${to}`;
  return { id, names: [], line: `${melody.title[locale]} · ${who} · ${when}` };
}
