import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { listGifts } from '../../domain/tones/listGifts.ts';
import { read } from '../../http/route.ts';
import { giftToWire } from './shape.ts';

const PAGE_ROWS = 50;

export const listGiftsRoute = read(operations.listGifts, async (db, { input, subject, now }) => {
  const { accountId, timeZone } = subject;
  const page = await listGifts(db, { limit: PAGE_ROWS, ...input.query, accountId, now });
  return done({ items: page.items.map((gift) => giftToWire(gift, timeZone)), next: page.next });
});
