import type { Pdu } from 'smpp';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/period.ts';
import { referenceOf, type SmsPart, type Submitted } from '../../domain/sms/part.ts';
import { encodeText, UDH_INDICATOR } from './encode.ts';
import { statusName } from './session.ts';

/** Values of command_status (SMPP 3.4 §5.1.3). */
const SYSTEM_ERROR = 0x08;
const NOT_BOUND = 0x04;
const QUEUE_FULL = 0x14;
export const THROTTLED = 0x58;
/** ESME_RX_T_APPN: what we answer when the service should send it again. */
export const TRY_LATER = 0x64;
const PASSING: ReadonlySet<number> = new Set([NOT_BOUND, SYSTEM_ERROR, QUEUE_FULL, THROTTLED, TRY_LATER]);

/** Type of number and numbering plan (§5.2.5, §5.2.6). */
const INTERNATIONAL = { ton: 1, npi: 1 };
const SHORT_NUMBER = { ton: 0, npi: 1 };
const NAME = { ton: 5, npi: 0 };

/** A submit_sm for a part, with a receipt asked for and, in 16 bits, what makes the receipt findable. */
export function submitFields(part: SmsPart, now: Date): Record<string, unknown> {
  const encoded = encodeText(part.body, part.reference);
  const source = /^\d+$/.test(part.sender) ? SHORT_NUMBER : NAME;
  return {
    source_addr_ton: source.ton,
    source_addr_npi: source.npi,
    source_addr: part.sender,
    dest_addr_ton: INTERNATIONAL.ton,
    dest_addr_npi: INTERNATIONAL.npi,
    destination_addr: `7${part.msisdn}`,
    esm_class: encoded.concatenated ? UDH_INDICATOR : 0,
    registered_delivery: 1,
    data_coding: encoded.coding,
    validity_period: part.expiresAt === null ? '' : relativeTime(part.expiresAt.getTime() - now.getTime()),
    short_message: encoded.parts[part.part - 1] ?? Buffer.alloc(0),
    user_message_reference: referenceOf(part),
  };
}

const MOST_DAYS = 31;

/** «000001000000000R»: years, months, days, hours, minutes, seconds from now on (§7.1.1). */
function relativeTime(milliseconds: number): string {
  const left = Math.min(Math.max(milliseconds, MINUTE_MS), MOST_DAYS * DAY_MS);
  const steps = [
    Math.floor(left / DAY_MS),
    Math.floor(left / HOUR_MS) % 24,
    Math.floor(left / MINUTE_MS) % 60,
    Math.floor(left / SECOND_MS) % 60,
  ];
  return `0000${steps.map((step) => String(step).padStart(2, '0')).join('')}000R`;
}

/** What an answer to a submit_sm means. */
export function readAnswer(answer: Pdu): Submitted {
  const { command_status, message_id } = answer;
  if (command_status === 0) return { kind: 'accepted', providerId: message_id || null, delivered: false };
  return { kind: PASSING.has(command_status) ? 'busy' : 'refused', failure: statusName(answer) };
}
