import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { disconnectService } from '../../domain/services/disconnectService.ts';
import { mutation } from '../../http/route.ts';
import { serviceToWire } from './shape.ts';

export const disconnectServiceRoute = mutation(
  operations.disconnectService,
  async (tx, { input, subject, now }) => {
    const { accountId, timeZone } = subject;
    const outcome = await disconnectService(tx, { accountId, serviceId: input.params.service, now });
    return mapDone(outcome, (service) => ({ service: serviceToWire(service, timeZone) }));
  },
);
