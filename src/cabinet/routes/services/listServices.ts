import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { listServices } from '../../domain/services/listServices.ts';
import { read } from '../../http/route.ts';
import { serviceToWire } from './shape.ts';

export const listServicesRoute = read(operations.listServices, async (db, { input, subject, now }) => {
  const { accountId, timeZone } = subject;
  const services = await listServices(db, { ...input.query, accountId, now });
  return done({ items: services.map((service) => serviceToWire(service, timeZone)) });
});
