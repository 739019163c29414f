import type { Static } from 'typebox';
import type { RelatedService as RelatedSchema, Service } from '../../../contract/operations/services.ts';
import { toWire } from '../../../shared/money.ts';
import type { RelatedService, ServiceRow } from '../../storage/services/reader.ts';
import { instantOrNull, named } from '../wire.ts';

/** A service as it travels, with how it stands for the line. */
export function serviceToWire(service: ServiceRow, timeZone: string): Static<typeof Service> {
  return {
    id: service.service_id,
    category: service.category,
    name: named(service),
    summary: { ru: service.summary_ru, en: service.summary_en },
    connection_fee: toWire(service.connection_fee),
    fee: toWire(service.fee),
    fee_period: service.fee_period,
    can_disconnect: service.can_disconnect,
    open: service.open,
    requires: service.requires.map(relatedToWire),
    conflicts: service.conflicts.map(relatedToWire),
    state: service.state ?? 'off',
    connected_at: instantOrNull(service.connected_at, timeZone),
    next_fee_at: instantOrNull(service.next_fee_at, timeZone),
    paused_since: instantOrNull(service.paused_since, timeZone),
  };
}

function relatedToWire(service: RelatedService): Static<typeof RelatedSchema> {
  return { id: service.service_id, name: named(service), connected: service.connected };
}
