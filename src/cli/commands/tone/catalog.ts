import { fold } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import { type Melody, readMelodies } from './melodies.ts';
import type { toneCatalog } from './spec.ts';

export const run: Run<typeof toneCatalog> = async (context, { options }) => {
  const { locale } = context;
  const melodies = await find(context, options);
  return {
    json: { schema: 'tone-catalog/1', items: melodies },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'field.id' },
          { label: 'field.title' },
          { label: 'field.artist' },
          { label: 'field.category' },
          { label: 'field.price', align: 'right' },
        ],
        rows: melodies.map((melody) => [
          cell.text(melody.id),
          cell.name(melody.title.ru, melody.title[locale]),
          cell.name(melody.artist.ru, melody.artist[locale]),
          cell.name(melody.category, melody.category_name[locale]),
          cell.money(melody.price),
        ]),
        empty: 'tone.no-melodies',
      },
    ],
    notes: melodies.length > 0 ? [{ key: 'tone.next-gift' }] : [],
  };
};

/** A category may be typed by its id or by the name that the list shows, which the cabinet does not know as a filter. */
async function find(
  context: Context,
  { search, category }: { search: string | undefined; category: string | undefined },
): Promise<Melody[]> {
  const melodies = await readMelodies(context, search ? { search } : {});
  if (category === undefined) return melodies;
  const wanted = fold(category);
  return melodies.filter(({ category: id, category_name: name }) =>
    [id, name.ru, name.en].some((known) => fold(known) === wanted),
  );
}
