import type { Static } from 'typebox';
import { listMelodies, type Melody as MelodySchema } from '../../../contract/operations/tones.ts';
import type { Context } from '../../context.ts';
import { collect } from '../../pages.ts';

export type Melody = Static<typeof MelodySchema>;

/** The melodies of the catalogue, by category and title. */
export async function readMelodies(context: Context, filter: { search?: string } = {}): Promise<Melody[]> {
  const client = await context.client();
  return collect((page) => client.call(listMelodies, { query: { ...filter, ...page } }));
}
