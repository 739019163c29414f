import type { Static } from 'typebox';
import type { FoundSubscriber } from '../../../contract/operations/staff-subscribers.ts';
import type { Found } from '../../domain/subscribers/findSubscribers.ts';
import { named } from '../wire.ts';

/** A subscriber as a search shows them. */
export function foundToWire(found: Found): Static<typeof FoundSubscriber> {
  return {
    account_id: found.account_id.toString(),
    contract_number: found.contract_number,
    holder: found.holder,
    holder_kind: found.holder_kind,
    msisdn: found.msisdn,
    network_login: found.network_login,
    region: { code: found.code, name: named(found) },
    state: found.state,
  };
}
