import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { listTariffs } from '../../domain/tariffs/listTariffs.ts';
import { read } from '../../http/route.ts';
import { tariffToWire } from './shape.ts';

export const listTariffsRoute = read(operations.listTariffs, async (db, { subject }) => {
  const tariffs = await listTariffs(db, subject.accountId);
  return done({ items: tariffs.map(tariffToWire) });
});
