import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { readMelodyCategories } from '../../storage/tones/reader.ts';
import { categoryToWire } from './shape.ts';

export const listMelodyCategoriesRoute = read(operations.listMelodyCategories, async (db) => {
  const categories = await readMelodyCategories(db);
  return done({ items: categories.map(categoryToWire) });
});
