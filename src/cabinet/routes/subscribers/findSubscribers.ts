import { operations } from '../../../contract/index.ts';
import { MOST_FOUND } from '../../../contract/operations/staff-subscribers.ts';
import { done } from '../../domain/outcome.ts';
import { findSubscribers } from '../../domain/subscribers/findSubscribers.ts';
import { staff } from '../../http/route.ts';
import { foundToWire } from './shape.ts';

export const findSubscribersRoute = staff(operations.findSubscribers, async (tx, call) => {
  const { member: reach, now } = call;
  const { query, after, limit = MOST_FOUND } = call.input.query;
  call.concerns(`search:${query}`);
  const { items, next } = await findSubscribers(tx, { query, reach, after, limit, now });
  return done({ items: items.map(foundToWire), next });
});
