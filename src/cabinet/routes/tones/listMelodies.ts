import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { listMelodies } from '../../domain/tones/listMelodies.ts';
import { read } from '../../http/route.ts';
import { melodyToWire } from './shape.ts';

const PAGE_ROWS = 50;

export const listMelodiesRoute = read(operations.listMelodies, async (db, { input }) => {
  const page = await listMelodies(db, { limit: PAGE_ROWS, ...input.query });
  return done({ items: page.items.map(melodyToWire), next: page.next });
});
