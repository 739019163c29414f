import type { Static } from 'typebox';
import { listMelodies, type Melody as MelodySchema } from '../../../contract/operations/tones.ts';
import { fromWire } from '../../../shared/money.ts';
import { type Choosable, chooseOne } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { collect } from '../../pages.ts';
import { formatMoney } from '../../render/format.ts';

export type Melody = Static<typeof MelodySchema>;

/** The melodies of the catalogue, by category and title. */
export async function readMelodies(context: Context, filter: { search?: string } = {}): Promise<Melody[]> {
  const client = await context.client();
  return collect((page) => client.call(listMelodies, { query: { ...filter, ...page } }));
}

/** The id of the melody that is meant by its id or title; a terminal is offered the catalogue. */
export function chooseMelody(context: Context, word: string | undefined): Promise<string> {
  const list = async (): Promise<Choosable[]> => {
    const { locale } = context;
    const melodies = await readMelodies(context);
    return melodies.map(({ id, title, artist, price }) => ({
      id,
      names: [title.ru, title.en],
      line: `${title[locale]} · ${artist[locale]} · ${formatMoney(fromWire(price), locale)}`,
    }));
  };
  return chooseOne(context, { word, operand: 'MELODY', question: 'tone.which-melody', list });
}
