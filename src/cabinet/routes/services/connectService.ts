import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { mapDone } from '../../domain/outcome.ts';
import { connectService } from '../../domain/services/connectService.ts';
import { mutation } from '../../http/route.ts';
import { serviceToWire } from './shape.ts';

export const connectServiceRoute = mutation(
  operations.connectService,
  async (tx, { input, subject, now, random }) => {
    const { accountId, timeZone } = subject;
    const outcome = await connectService(tx, {
      accountId,
      timeZone,
      serviceId: input.params.service,
      now,
      random,
    });
    return mapDone(outcome, ({ service, total, balanceBefore, balanceAfter }) => ({
      service: serviceToWire(service, timeZone),
      total: toWire(total),
      balance_before: toWire(balanceBefore),
      balance_after: toWire(balanceAfter),
    }));
  },
);
