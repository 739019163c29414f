import type { WireIssuedCredentials } from '../../../contract/operations/staff-issues.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { Issued } from '../../domain/issues/issueCredentials.ts';
import { named } from '../wire.ts';

/** What the slip says. A dry run issued nothing, and names no password. */
export function issuedToWire(
  issued: Issued,
  { office, now, dryRun }: { office: string; now: Date; dryRun: boolean },
): WireIssuedCredentials {
  const { tariff, region } = issued;
  return {
    account_id: issued.accountId.toString(),
    contract_number: issued.contractNumber,
    holder: issued.holder,
    msisdn: issued.msisdn,
    network_login: issued.networkLogin,
    tariff: { tariff_id: tariff.tariff_id, name: named(tariff) },
    region: { code: region.code, name: named(region) },
    office,
    issued_at: formatInstant(now, region.time_zone),
    one_time_password: dryRun ? '' : issued.oneTimePassword,
    one_time_password_expires_at: formatInstant(issued.expiresAt, region.time_zone),
  };
}
