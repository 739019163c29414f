import { operations } from '../../../contract/index.ts';
import { checkOrders } from '../../domain/issues/orders.ts';
import { done } from '../../domain/outcome.ts';
import { staff } from '../../http/route.ts';

export const checkIssuesRoute = staff(operations.checkIssues, async (tx, { input, member, concerns }) => {
  const { orders } = input.body;
  concerns(`orders:${orders.length}`);
  const problems = await checkOrders(tx, orders, member);
  return done({
    problems: problems.map(({ order, field, refusal }) => ({ order, field, code: refusal.kind })),
  });
});
