import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { issueOptions } from '../../domain/issues/orders.ts';
import { done } from '../../domain/outcome.ts';
import { staff } from '../../http/route.ts';
import { named } from '../wire.ts';

export const getIssueOptionsRoute = staff(operations.getIssueOptions, async (tx, { member }) => {
  const { regions, openTariffs } = await issueOptions(tx, member);
  return done({
    regions: regions.map((region) => ({ code: region.code, name: named(region) })),
    tariffs: openTariffs.map((tariff) => ({
      tariff_id: tariff.tariff_id,
      name: named(tariff),
      fee: toWire(tariff.fee),
    })),
  });
});
