import type { Static } from 'typebox';
import { listMelodyCategories, type MelodyCategory } from '../../../contract/operations/tones.ts';
import { fromWire } from '../../../shared/money.ts';
import { fold } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import { formatMoney } from '../../render/format.ts';
import type { Cell, Result } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { type Melody, readMelodies } from './melodies.ts';
import type { toneCatalog } from './spec.ts';

type Category = Static<typeof MelodyCategory>;

export const run: Run<typeof toneCatalog> = async (context, { options }) => {
  if (options.categories) return categories(context);
  const { locale } = context;
  const melodies = await find(context, options);
  return {
    json: { schema: 'tone-catalog/1', items: melodies },
    blocks: [
      {
        kind: 'table',
        // The title means the melody as well as its code.
        columns: [
          { label: 'field.id', spare: true },
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
    notes: melodies.length > 0 ? [{ key: 'tone.next-catalog' }] : [],
  };
};

async function categories(context: Context): Promise<Result> {
  const { locale } = context;
  const client = await context.client();
  const { items } = await client.call(listMelodyCategories, {});
  return {
    json: { schema: 'tone-categories/1', items },
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: 'field.id' },
          { label: 'field.category' },
          { label: 'tone.category-melodies', align: 'right' },
          { label: 'tone.prices', align: 'right' },
        ],
        rows: items.map((category) => [
          cell.text(category.id),
          cell.name(category.name.ru, category.name[locale]),
          cell.number(category.melodies),
          priceSpan(category, context),
        ]),
        empty: 'tone.no-categories',
      },
    ],
    notes: items.length > 0 ? [{ key: 'tone.next-category' }] : [],
  };
}

function priceSpan({ price_from, price_to }: Category, { t, locale }: Context): Cell {
  if (price_from.amount === price_to.amount) return cell.money(price_from);
  const [from, to] = [price_from, price_to].map((price) => formatMoney(fromWire(price), locale));
  return cell.name(
    `${price_from.amount}-${price_to.amount}`,
    t('tone.price-span', { from: from ?? '', to: to ?? '' }),
  );
}

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
