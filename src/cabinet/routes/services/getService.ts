import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { getService } from '../../domain/services/getService.ts';
import { read } from '../../http/route.ts';
import { serviceToWire } from './shape.ts';

export const getServiceRoute = read(operations.getService, async (db, { input, subject, now }) => {
  const { accountId, timeZone } = subject;
  const outcome = await getService(db, { accountId, serviceId: input.params.service, now });
  return mapDone(outcome, (service) => serviceToWire(service, timeZone));
});
