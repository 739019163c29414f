import type { Pdu } from 'smpp';
import { parseMsisdn } from '../../../shared/msisdn.ts';
import type { SmsReceipt } from '../../domain/sms/part.ts';
import { UDH_INDICATOR } from './encode.ts';

/** A piece of a message that came in; `of` is present when there are several. */
export interface Piece {
  /** As the service writes it. */
  from: string;
  to: string;
  coding: number;
  content: Buffer;
  of: { reference: number; total: number; part: number } | null;
  /** The sender's own number of the message. */
  reference: number | null;
}

const TYPE_BITS = 0x3c;
const RECEIPT_TYPES = new Set([0x04, 0x20]);

/** Reads a deliver_sm that carries what somebody wrote. */
export function readPiece(pdu: Pdu): Piece {
  const bytes = contentOf(pdu);
  const headed = ((pdu.esm_class ?? 0) & UDH_INDICATOR) !== 0 && bytes.length > 0;
  const headerEnd = headed ? bytes.readUInt8(0) + 1 : 0;
  return {
    from: pdu.source_addr ?? '',
    to: pdu.destination_addr ?? '',
    coding: pdu.data_coding ?? 0,
    content: bytes.subarray(headerEnd),
    of: readHeader(bytes.subarray(1, headerEnd)) ?? readSegments(pdu),
    reference: pdu.user_message_reference ?? null,
  };
}

function contentOf(pdu: Pdu): Buffer {
  const { short_message, message_payload } = pdu;
  if (Buffer.isBuffer(message_payload) && message_payload.length > 0) return message_payload;
  return Buffer.isBuffer(short_message) ? short_message : Buffer.alloc(0);
}

/** Elements of a header: a tag, a length, that many bytes. 0x00 joins messages by 8 bits, 0x08 by 16. */
function readHeader(header: Buffer): Piece['of'] {
  for (let at = 0; at + 2 <= header.length; at += 2 + header.readUInt8(at + 1)) {
    const tag = header.readUInt8(at);
    const value = header.subarray(at + 2, at + 2 + header.readUInt8(at + 1));
    if (tag === 0x00 && value.length === 3) return joined(value.readUInt8(0), value.subarray(1));
    if (tag === 0x08 && value.length === 4) return joined(value.readUInt16BE(0), value.subarray(2));
  }
  return null;
}

function joined(reference: number, [total = 0, part = 0]: Uint8Array): Piece['of'] {
  return part >= 1 && part <= total && total > 1 ? { reference, total, part } : null;
}

function readSegments(pdu: Pdu): Piece['of'] {
  const { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: part } = pdu;
  return reference === undefined ? null : joined(reference, Uint8Array.of(total ?? 0, part ?? 0));
}

/** Message states of SMPP 3.4 §5.2.28 and the words for them in receipts. */
const STATES: readonly (readonly [number, string, SmsReceipt['state']])[] = [
  [1, 'ENROUTE', 'under_way'],
  [2, 'DELIVRD', 'delivered'],
  [3, 'EXPIRED', 'failed'],
  [4, 'DELETED', 'failed'],
  [5, 'UNDELIV', 'failed'],
  [6, 'ACCEPTD', 'under_way'],
  [7, 'UNKNOWN', 'under_way'],
  [8, 'REJECTD', 'failed'],
];

/** Reads a deliver_sm that is a receipt; null for what somebody wrote, or a receipt that says nothing. */
export function readReceipt(pdu: Pdu): SmsReceipt | null {
  if (!isReceipt(pdu)) return null;
  const text = contentOf(pdu).toString('latin1');
  const word = /\bstat:\s*(\w+)/i.exec(text)?.[1]?.toUpperCase();
  const [, name, state] = STATES.find(([code, name]) => code === pdu.message_state || name === word) ?? [];
  const msisdn = parseMsisdn(pdu.source_addr ?? '');
  if (!state || msisdn === null) return null;
  const error = /\berr:\s*(\w+)/i.exec(text)?.[1];
  const failure = state === 'failed' ? [name, error].filter(Boolean).join(' ') : null;
  const providerId = pdu.receipted_message_id || (/\bid:\s*([^\s]+)/i.exec(text)?.[1] ?? null);
  return { providerId, reference: pdu.user_message_reference ?? null, msisdn, state, failure };
}

export function isReceipt(pdu: Pdu): boolean {
  return RECEIPT_TYPES.has((pdu.esm_class ?? 0) & TYPE_BITS);
}
